using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request with a parameter that cannot be read, before the route sees it.</summary>
internal static class UnreadableParameter
{
    // By this status the framework marks a failed binding of route or query when there are filters.
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? ValueTask.FromResult<object?>(AccessProblems.UnreadableParameter())
            : next(context);
}
