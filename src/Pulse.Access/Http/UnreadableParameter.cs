using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request with a parameter that cannot be read, before the route sees it.</summary>
internal static class UnreadableParameter
{
    // If there are filters, the framework sets this status for a route or query parameter that it could not bind.
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? ValueTask.FromResult<object?>(AccessProblems.UnreadableParameter())
            : next(context);
}
