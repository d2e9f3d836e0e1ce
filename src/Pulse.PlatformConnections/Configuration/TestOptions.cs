
namespace Pulse.PlatformConnections.Configuration;

/// <summary>Limits of tests: <c>Pulse:Tests</c>.</summary>
internal sealed class TestOptions
{
    public const string Section = "Pulse:Tests";

    /// <summary>Time limit of one test, 1 to 600 seconds. Two thirds of it are for the steps that a poll takes too.</summary>
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>The largest number of concurrent tests, 1 to 1024. Other tests wait for their turn, at most for the time limit of a test.</summary>
    public int MaxConcurrent { get; set; } = 16;
}
