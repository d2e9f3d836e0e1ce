using Microsoft.Extensions.Configuration;

namespace Pulse.Access.Credentials;

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
