using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Http;

/// <summary>A refusal or an error that a vCenter, or a proxy in between, answered.</summary>
internal sealed class VCenterFailureException(FailureCategory category, string detail, HttpStatusCode status, string? error)
    : PlatformFailureException(category, detail)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>The typed fault of VI JSON or the error type of the Automation API; null if the body had neither.</summary>
    public string? Error { get; } = error;

    /// <summary>The missing privilege, if the body names it.</summary>
    public string? Privilege { get; init; }

    /// <summary>Whether the vCenter does not know the session any more, so that a new login helps. A 401 means this with any body (facts.md#2.17).</summary>
    public bool SessionLost => FaultTypes.IsUnknownSession(Error) || Error == ErrorTypes.Unauthenticated || Status == HttpStatusCode.Unauthorized;

    /// <summary>Whether objects of the session are gone, as after a restart of vCenter, so that a new session helps.</summary>
    public bool StateLost => Error is FaultTypes.InvalidCollectorVersion or FaultTypes.ManagedObjectNotFound;

    /// <summary>Whether the same request may succeed a moment later. If the server sent Retry-After, Pulse does not ask earlier.</summary>
    public bool IsTransient => RetryAfter is null && Category == FailureCategory.Unavailable
        && Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
