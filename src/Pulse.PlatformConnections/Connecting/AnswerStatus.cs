using System.Net;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The meaning of an answer's status for a platform without its own rules.</summary>
public static class AnswerStatus
{
    /// <summary>The failure category for the status of an answer.</summary>
    public static FailureCategory CategoryOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => FailureCategory.AuthInvalid,
        HttpStatusCode.Forbidden => FailureCategory.PermissionDenied,
        HttpStatusCode.TooManyRequests => FailureCategory.RateLimited,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => FailureCategory.Unavailable,
        _ => FailureCategory.Protocol,
    };

    /// <summary>The time for which the system wants no further request; null if the answer names no time, or a time that has passed.</summary>
    /// <param name="response">The answer with the header <c>Retry-After</c>: seconds or a time.</param>
    /// <param name="now">The time now.</param>
    public static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
