namespace Pulse.Access.Authorization;

internal static class Scopes
{
    public const string ClaimType = "scope";

    public const string SettingsRead = "settings:read";
    public const string SettingsWrite = "settings:write";

    /// <summary>For the future monitoring area. The scope allows nothing yet, and never the settings.</summary>
    public const string MonitoringRead = "monitoring:read";

    /// <summary>The scopes of the signed-in admin and of the bootstrap token.</summary>
    public static readonly string[] Settings = [SettingsRead, SettingsWrite];

    /// <summary>The scopes that an API token can have.</summary>
    public static readonly string[] Grantable = [SettingsRead, SettingsWrite, MonitoringRead];

    public static string Join(IEnumerable<string> scopes) => string.Join(' ', scopes);

    public static string[] Split(string scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
