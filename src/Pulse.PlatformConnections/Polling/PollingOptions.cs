using System.ComponentModel.DataAnnotations;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Limits of polling: <c>Pulse:Polling</c>.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Pulse:Polling";

    /// <summary>Polls that may run at once, 1 to 1024.</summary>
    [Range(1, 1024)]
    public int MaxConcurrent { get; set; } = 64;

    /// <summary>Time limit of one poll, 1 to 600 seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;
}
