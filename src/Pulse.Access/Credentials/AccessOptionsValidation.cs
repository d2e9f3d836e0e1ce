using Microsoft.Extensions.Options;

namespace Pulse.Access.Credentials;

/// <summary>Names the key and the allowed values. The value is a secret and stays masked.</summary>
internal sealed class AccessOptionsValidation : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> faults = [];

        if (options.BootstrapToken is { } token && !IsUsable(token))
        {
            faults.Add(
                $"{AccessOptions.BootstrapTokenKey} is '********' ({token.Length} characters). " +
                $"Allowed: at least {AccessOptions.BootstrapTokenMinLength} characters, " +
                "letters, digits and punctuation of ASCII, no spaces.");
        }

        if (options.AdminPassword is { } password && PasswordRules.Fault(password) is { } fault)
        {
            faults.Add($"{AccessOptions.AdminPasswordKey} is '********' ({password.Length} characters). Allowed: {fault}");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // Other characters cannot be sent unchanged in an Authorization header, so such a token would never match.
    private static bool IsUsable(string token) =>
        token.Length >= AccessOptions.BootstrapTokenMinLength && token.All(character => character is > ' ' and <= '~');
}
