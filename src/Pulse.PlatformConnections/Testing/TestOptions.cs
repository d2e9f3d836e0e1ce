using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Testing;

/// <summary>Limits of tests: <c>Pulse:Tests</c>.</summary>
internal sealed class TestOptions
{
    public const string Section = "Pulse:Tests";

    /// <summary>Time limit of one test, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}

internal sealed class TestOptionsValidation : IValidateOptions<TestOptions>
{
    public ValidateOptionsResult Validate(string? name, TestOptions options) =>
        AllowedRange.Check(($"{TestOptions.Section}:{nameof(options.TimeoutSeconds)}", options.TimeoutSeconds, 1, 600));
}
