using System.ComponentModel.DataAnnotations;

namespace Pulse.PlatformConnections.Testing;

/// <summary>Limits of tests: <c>Pulse:Tests</c>.</summary>
internal sealed class TestOptions
{
    public const string Section = "Pulse:Tests";

    /// <summary>Time limit of one test, 1 to 600 seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 20;
}
