using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Configuration;

internal sealed class TestOptionsValidation : IValidateOptions<TestOptions>
{
    public ValidateOptionsResult Validate(string? name, TestOptions options) =>
        AllowedRange.Check(
        ($"{TestOptions.Section}:{nameof(options.TimeoutSeconds)}", options.TimeoutSeconds, 1, 600),
        ($"{TestOptions.Section}:{nameof(options.MaxConcurrent)}", options.MaxConcurrent, 1, 1024));
}
