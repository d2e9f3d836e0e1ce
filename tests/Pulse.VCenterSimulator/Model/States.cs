using System.Text.Json;

namespace Pulse.Simulation;

// Named as in the VIM API, since the name is the type on the wire.
public enum VirtualMachinePowerState { PoweredOn, PoweredOff, Suspended }

public enum VirtualMachineConnectionState { Connected, Disconnected, Orphaned, Inaccessible, Invalid }

public enum HostSystemConnectionState { Connected, NotResponding, Disconnected }

public enum HostSystemPowerState { PoweredOn, PoweredOff, StandBy, Unknown }

public enum ManagedEntityStatus { Gray, Green, Yellow, Red }

/// <summary>How much of one object the user may read.</summary>
public enum ObjectAccess
{
    Full,

    /// <summary>System.View only: the name and the place, nothing else.</summary>
    NameOnly,

    /// <summary>The object is listed by a view, and every property of it is refused.</summary>
    None,
}

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
