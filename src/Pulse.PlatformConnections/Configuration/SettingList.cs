using Microsoft.Extensions.Configuration;

namespace Pulse.PlatformConnections.Configuration;

/// <summary>
/// A setting with several values: a list in a file, numbered variables (<c>…__0</c>), or one text with commas. The binder would
/// ignore the text with commas without an error.
/// </summary>
public static class SettingList
{
    /// <summary>The values, each with the key by which an operator finds it.</summary>
    public static IReadOnlyList<(string Key, string Value)> Read(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var one = (section.Value ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(value => (key, value));
        return [.. one, .. section.GetChildren().Select(child => (child.Path, child.Value?.Trim() ?? ""))];
    }
}
