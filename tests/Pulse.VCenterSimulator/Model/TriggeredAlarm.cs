using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>An alarm that was triggered by an entity. It shows on the entity and on all that it is below.</summary>
public sealed record TriggeredAlarm(int Id, ManagedEntity Entity, ManagedEntityStatus Status, DateTimeOffset Time);

public sealed partial class Inventory
{
    /// <summary>The triggered alarms. facts.md#3.12: a change of them raises no update.</summary>
    public IReadOnlyList<TriggeredAlarm> TriggeredAlarms { get; set; } = [];
}

internal static partial class PropertyCatalogue
{
    // facts.md#6.6: alarms propagate upward; only those of visible entities show.
    private static IEnumerable<TriggeredAlarm> TriggeredAlarms(ManagedEntity entity) => entity.Inventory is not { } inventory
        ? []
        : inventory.TriggeredAlarms.Where(alarm =>
            (ReferenceEquals(alarm.Entity, entity) || alarm.Entity.IsIn(entity, recursive: true)) && inventory.Shows(alarm.Entity));
}

internal static class AlarmStateJson
{
    public static void Write(Utf8JsonWriter writer, TriggeredAlarm alarm)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("AlarmState");
        writer.WriteString("key", $"alarm-{alarm.Id}.{alarm.Entity.Reference.Value}");
        writer.WriteReference("entity", alarm.Entity.Reference);
        writer.WriteReference("alarm", new("Alarm", $"alarm-{alarm.Id}"));
        writer.WriteString("overallStatus", WireNames<ManagedEntityStatus>.ForVim(alarm.Status));
        writer.WriteString("time", VimTime.Of(alarm.Time));
        writer.WriteBoolean("acknowledged", false);
        writer.WriteEndObject();
    }
}
