using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Pulse.Access;

/// <summary>What an operator can set. Holds secrets, hence a class without a generated ToString().</summary>
internal sealed class AccessOptions
{
    public const string BootstrapTokenKey = "Pulse:Access:BootstrapToken";
    public const string AdminPasswordKey = "Pulse:Admin:Password";
    public const string DataDirectoryKey = "Pulse:DataDirectory";

    public const int BootstrapTokenMinLength = 32;

    /// <summary>An API token with both settings scopes that is valid as long as the setting is there.</summary>
    public string? BootstrapToken { get; private set; }

    /// <summary>Creates the admin at the first start; ignored once there is one.</summary>
    public string? AdminPassword { get; private set; }

    public string DataDirectory { get; private set; } = "data";

    // An empty variable means "not set": compose files pass ${VAR:-} on.
    public void Read(IConfiguration configuration)
    {
        BootstrapToken = NullIfEmpty(configuration[BootstrapTokenKey]);
        AdminPassword = NullIfEmpty(configuration[AdminPasswordKey]);
        DataDirectory = NullIfEmpty(configuration[DataDirectoryKey]) ?? DataDirectory;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>Names the key and what is allowed; the value is a secret and stays masked.</summary>
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

    // Anything else could not be sent in an Authorization header as it is, and would never match.
    private static bool IsUsable(string token) =>
        token.Length >= AccessOptions.BootstrapTokenMinLength && token.All(character => character is > ' ' and <= '~');
}
