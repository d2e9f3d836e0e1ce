using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Answers a request whose body cannot be read, before the route sees it.</summary>
internal static class UnreadableBody
{
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<IRequestBody>().FirstOrDefault()?.Problem is { } problem
            ? ValueTask.FromResult<object?>(problem)
            : next(context);
}
