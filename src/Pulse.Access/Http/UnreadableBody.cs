using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request whose body cannot be read, before the route sees it.</summary>
internal static class UnreadableBody
{
    // By a 400 the framework marks a parameter that it could not bind; such a request is answered as that.
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Response.StatusCode != StatusCodes.Status400BadRequest
        && context.Arguments.OfType<IRequestBody>().FirstOrDefault()?.Problem is { } problem
            ? ValueTask.FromResult<object?>(problem)
            : next(context);
}
