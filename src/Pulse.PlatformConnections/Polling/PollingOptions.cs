using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Limits of polling: <c>Pulse:Polling</c>.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Pulse:Polling";

    /// <summary>Polls that may run at once, 1 to 1024.</summary>
    public int MaxConcurrent { get; set; } = 64;

    /// <summary>Time limit of one poll, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

internal sealed class PollingOptionsValidation : IValidateOptions<PollingOptions>
{
    public ValidateOptionsResult Validate(string? name, PollingOptions options) => AllowedRange.Check(
        ($"{PollingOptions.Section}:{nameof(options.MaxConcurrent)}", options.MaxConcurrent, 1, 1024),
        ($"{PollingOptions.Section}:{nameof(options.TimeoutSeconds)}", options.TimeoutSeconds, 1, 600));
}
