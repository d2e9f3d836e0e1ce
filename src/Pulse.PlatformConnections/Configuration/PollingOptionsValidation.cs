using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Configuration;

internal sealed class PollingOptionsValidation : IValidateOptions<PollingOptions>
{
    public ValidateOptionsResult Validate(string? name, PollingOptions options) => AllowedRange.Check(
        ($"{PollingOptions.Section}:{nameof(options.MaxConcurrent)}", options.MaxConcurrent, 1, 1024),
        ($"{PollingOptions.Section}:{nameof(options.TimeoutSeconds)}", options.TimeoutSeconds, 1, 600));
}
