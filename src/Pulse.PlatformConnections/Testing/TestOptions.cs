using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Testing;

/// <summary>Limits of tests: <c>Pulse:Tests</c>.</summary>
internal sealed class TestOptions
{
    public const string Section = "Pulse:Tests";

    /// <summary>Time limit of one test, 1 to 600 seconds. Two thirds of it are for what a poll reads too.</summary>
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>Tests that may run at once, 1 to 1024. Others wait for their turn, at most the time limit of a test.</summary>
    public int MaxConcurrent { get; set; } = 16;
}

internal sealed class TestOptionsValidation : IValidateOptions<TestOptions>
{
    public ValidateOptionsResult Validate(string? name, TestOptions options) =>
        AllowedRange.Check(
        ($"{TestOptions.Section}:{nameof(options.TimeoutSeconds)}", options.TimeoutSeconds, 1, 600),
        ($"{TestOptions.Section}:{nameof(options.MaxConcurrent)}", options.MaxConcurrent, 1, 1024));
}
