using Microsoft.Extensions.Configuration;

namespace Pulse.Access.Credentials;

/// <summary>The settings of an operator. Holds secrets, and is therefore a class without a generated ToString().</summary>
internal sealed class AccessOptions
{
    public const string BootstrapTokenKey = "Pulse:Access:BootstrapToken";
    public const string AdminPasswordKey = "Pulse:Admin:Password";
    public const string DataDirectoryKey = "Pulse:DataDirectory";

    public const int BootstrapTokenMinLength = 32;

    /// <summary>An API token with both settings scopes, valid as long as the setting exists.</summary>
    public string? BootstrapToken { get; private set; }

    /// <summary>Creates the admin at the first start; ignored if there is an admin.</summary>
    public string? AdminPassword { get; private set; }

    public string DataDirectory { get; private set; } = "data";

    // An empty variable means "not set": compose files pass on ${VAR:-}.
    public void Read(IConfiguration configuration)
    {
        BootstrapToken = NullIfEmpty(configuration[BootstrapTokenKey]);
        AdminPassword = NullIfEmpty(configuration[AdminPasswordKey]);
        DataDirectory = NullIfEmpty(configuration[DataDirectoryKey]) ?? DataDirectory;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
