using Microsoft.Extensions.Options;

namespace Pulse.Host;

/// <summary>A wrong value stops the start. The message has the key, the value and the allowed values.</summary>
internal sealed class TelemetryOptionsValidation : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint is null or ""
        || (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{TelemetryOptions.Section}:{nameof(options.OtlpEndpoint)} is '{options.OtlpEndpoint}'. Allowed: an http or https URL.");
}
