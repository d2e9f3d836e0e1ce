using Microsoft.Extensions.Options;

namespace Pulse.Host;

/// <summary>A setting that cannot be read stops the start.</summary>
internal sealed class HttpOptionsValidation : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options) =>
        options.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}
