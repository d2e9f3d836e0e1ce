using System.Net;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Http;

/// <summary>A refusal or an error that a vCenter, or what stands before it, answered.</summary>
internal sealed class VCenterFailureException(FailureCategory category, string detail, HttpStatusCode status, string? error)
    : PlatformFailureException(category, detail)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>The typed fault of VI JSON or the error type of the Automation API; null when the body had neither.</summary>
    public string? Error { get; } = error;

    /// <summary>The privilege that the account lacks, where the body names it.</summary>
    public string? Privilege { get; init; }

    /// <summary>Whether the session is not known any more: a new login helps. A 401 says so, whatever its body (facts.md#2.17).</summary>
    public bool SessionLost => Faults.SayNoSession(Error) || Error == ErrorTypes.Unauthenticated || Status == HttpStatusCode.Unauthorized;

    /// <summary>Whether objects that lived in the session are gone, as after a restart of vCenter: a new session helps.</summary>
    public bool StateLost => Error is Faults.InvalidCollectorVersion or Faults.ManagedObjectNotFound;

    /// <summary>Whether the same request may be answered a moment later. A server that says when is not asked before.</summary>
    public bool Passing => RetryAfter is null && Category == FailureCategory.Unavailable
        && Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
