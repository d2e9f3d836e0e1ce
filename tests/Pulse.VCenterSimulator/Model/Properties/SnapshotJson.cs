using System.Text.Json;

namespace Pulse.Simulation;

internal static class SnapshotJson
{
    public static void Write(Utf8JsonWriter writer, VirtualMachine machine)
    {
        if (machine.Snapshot is not { } snapshot)
        {
            writer.WriteNullValue();
            return;
        }

        var reference = new ManagedObjectReference("VirtualMachineSnapshot", $"snapshot-{machine.Reference.Value[3..]}");
        writer.WriteStartObject();
        writer.WriteTypeName("VirtualMachineSnapshotInfo");
        writer.WriteReference("currentSnapshot", reference);
        writer.WriteStartArray("rootSnapshotList");
        writer.WriteStartObject();
        writer.WriteTypeName("VirtualMachineSnapshotTree");
        writer.WriteReference("snapshot", reference);
        writer.WriteReference("vm", machine.Reference);
        writer.WriteString("name", snapshot.Name);
        writer.WriteString("description", snapshot.Description);
        writer.WriteNumber("id", snapshot.Id);
        writer.WriteString("createTime", snapshot.CreateTime.UtcDateTime);
        writer.WriteString("state", WireNames<VirtualMachinePowerState>.ForVim(machine.PowerState));
        writer.WriteBoolean("quiesced", false);
        writer.WriteBoolean("replaySupported", false);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
