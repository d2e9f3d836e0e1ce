using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Configuration;

/// <summary>Says of settings out of their range which they are, what they were set to, and what is allowed.</summary>
internal static class AllowedRange
{
    public static ValidateOptionsResult Check(params (string Key, int Value, int Min, int Max)[] settings)
    {
        var wrong = settings
            .Where(setting => setting.Value < setting.Min || setting.Value > setting.Max)
            .Select(setting => $"{setting.Key} is '{setting.Value}'. Allowed: {setting.Min} to {setting.Max}.")
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
