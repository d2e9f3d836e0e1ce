using System.Net;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>A system answered the request for a WebSocket with something else.</summary>
public sealed class UpgradeRefusedException : PlatformFailureException
{
    internal UpgradeRefusedException(ConnectionTarget target, HttpStatusCode status)
        : base(AnswerStatus.CategoryOf(status), $"HTTP {(int)status}")
    {
        Status = status;
        Sentence = $"{target.Endpoint} answers the request for a WebSocket with HTTP {(int)status}.";
        Remedy = "Check host and port, and that no proxy or firewall in between blocks WebSockets.";
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }
}
