
namespace Pulse.PlatformConnections.Configuration;

/// <summary>Limits of polling: <c>Pulse:Polling</c>.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Pulse:Polling";

    /// <summary>The largest number of concurrent polls, 1 to 1024.</summary>
    public int MaxConcurrent { get; set; } = 64;

    /// <summary>Time limit of one poll, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
