namespace Pulse.Simulation;

public sealed partial class Inventory
{
    /// <summary>The triggered alarms. facts.md#3.12: a change of them raises no update.</summary>
    public IReadOnlyList<TriggeredAlarm> TriggeredAlarms { get; set; } = [];
}
