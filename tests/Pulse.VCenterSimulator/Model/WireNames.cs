using System.Text.Json;

namespace Pulse.Simulation;

internal static class WireNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Vim = All(JsonNamingPolicy.CamelCase);
    private static readonly Dictionary<TEnum, string> Automation = All(JsonNamingPolicy.SnakeCaseUpper);

    /// <summary>As in VI JSON: poweredOn.</summary>
    public static string ForVim(TEnum value) => Vim[value];

    /// <summary>As in the Automation API: POWERED_ON.</summary>
    public static string ForAutomation(TEnum value) => Automation[value];

    private static Dictionary<TEnum, string> All(JsonNamingPolicy policy) =>
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => policy.ConvertName(value.ToString()));
}
