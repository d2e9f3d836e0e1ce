using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Configuration;

/// <summary>Names each setting that is out of its range, with its value and the allowed range.</summary>
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
