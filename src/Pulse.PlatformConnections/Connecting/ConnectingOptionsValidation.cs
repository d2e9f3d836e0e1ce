using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Connecting;

internal sealed class ConnectingOptionsValidation : IValidateOptions<ConnectingOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectingOptions options) =>
        options.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}
