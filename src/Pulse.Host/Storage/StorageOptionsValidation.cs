using Microsoft.Extensions.Options;

namespace Pulse.Host.Storage;

/// <summary>A wrong value stops the start. The message has the key, the value and the allowed values.</summary>
internal sealed class StorageOptionsValidation : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        options.Provider == StorageOptions.Sqlite
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{StorageOptions.ProviderKey} is '{options.Provider}'. Allowed: {StorageOptions.Sqlite}.");
}
