namespace Pulse.Simulation;

internal static partial class PropertyCatalogue
{
    // facts.md#6.6: alarms propagate upward. Only those of visible entities are shown.
    private static IEnumerable<TriggeredAlarm> TriggeredAlarms(ManagedEntity entity) => entity.Inventory is not { } inventory
        ? []
        : inventory.TriggeredAlarms.Where(alarm =>
            (ReferenceEquals(alarm.Entity, entity) || alarm.Entity.IsIn(entity, recursive: true)) && inventory.Shows(alarm.Entity));
}
