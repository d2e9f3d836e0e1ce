using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request whose body cannot be read, before the route sees it.</summary>
internal static class UnreadableBody
{
    // The framework sets status 400 for a parameter that it could not bind. Such a request gets the answer for the parameter.
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Response.StatusCode != StatusCodes.Status400BadRequest
        && context.Arguments.OfType<IRequestBody>().FirstOrDefault()?.Problem is { } problem
            ? ValueTask.FromResult<object?>(problem)
            : next(context);
}
