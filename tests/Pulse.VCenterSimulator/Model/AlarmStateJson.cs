using System.Text.Json;

namespace Pulse.Simulation;

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
