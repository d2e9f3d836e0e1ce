using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request whose body or parameters could not be read, before the endpoint sees it.</summary>
internal static class UnreadableInput
{
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<IJsonBody>().FirstOrDefault()?.Problem is { } problem)
        {
            return ValueTask.FromResult<object?>(problem);
        }

        // So the framework marks a failed binding of route or query when there are filters.
        return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? ValueTask.FromResult<object?>(AccessProblems.UnreadableParameter())
            : next(context);
    }
}
