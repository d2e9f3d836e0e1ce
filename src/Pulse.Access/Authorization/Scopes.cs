namespace Pulse.Access.Authorization;

internal static class Scopes
{
    public const string ClaimType = "scope";

    public const string SettingsRead = "settings:read";
    public const string SettingsWrite = "settings:write";

    /// <summary>For the monitoring area to come; it opens nothing yet, and never the settings.</summary>
    public const string MonitoringRead = "monitoring:read";

    /// <summary>What the signed-in admin and the bootstrap token have.</summary>
    public static readonly string[] Settings = [SettingsRead, SettingsWrite];

    /// <summary>What an API token may be given.</summary>
    public static readonly string[] Grantable = [SettingsRead, SettingsWrite, MonitoringRead];

    public static string Join(IEnumerable<string> scopes) => string.Join(' ', scopes);

    public static string[] Split(string scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
