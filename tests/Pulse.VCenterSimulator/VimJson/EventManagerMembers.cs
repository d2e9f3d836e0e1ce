using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The events of the simulator: its virtual machines were powered on at intervals of one minute, the first machine last.</summary>
internal static class EventManagerMembers
{
    private const int Known = 100;

    public static void Register(VimMembers members) => members.Method("EventManager", "QueryEvents", Query);

    private static VimResult Query(VimCall call)
    {
        var filter = call.Arguments.Required("filter");
        var time = filter.Optional("time");
        var (begin, end) = (Time(time, "beginTime"), Time(time, "endTime"));
        var withMessage = !filter.Boolean("disableFullMessage");
        var found = call.Inventory.VirtualMachines.Take(Known)
            .Select((machine, index) => (Key: Known - index, Machine: machine, Time: call.VCenter.StartedAt.AddMinutes(-index)))
            .Where(each => call.Inventory.Shows(each.Machine) && !(each.Time < begin) && !(each.Time > end))
            .Take(filter.OptionalInt("maxCount") ?? Known);
        return VimResult.Json(writer => writer.WriteArray(found, (w, each) => Write(w, each.Key, each.Machine, each.Time, withMessage)));
    }

    private static DateTimeOffset? Time(JsonElement? filter, string name)
    {
        if (filter?.Optional(name) is not { } value)
        {
            return null;
        }

        return value.TryGetDateTimeOffset(out var time) ? time : throw VimFault.InvalidArgument(name).Exception();
    }

    private static void Write(Utf8JsonWriter writer, int key, VirtualMachine machine, DateTimeOffset time, bool withMessage)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("VmPoweredOnEvent");
        writer.WriteNumber("key", key);
        writer.WriteNumber("chainId", key);
        writer.WriteString("createdTime", VimTime.Of(time));
        writer.WriteString("userName", "admin@vsphere.local");
        WriteArgument(writer, "datacenter", "DatacenterEventArgument", "datacenter", Above<Datacenter>(machine.Host));
        WriteArgument(writer, "computeResource", "ComputeResourceEventArgument", "computeResource", machine.Host?.Parent);
        WriteArgument(writer, "host", "HostEventArgument", "host", machine.Host);
        WriteArgument(writer, "vm", "VmEventArgument", "vm", machine);
        WriteArgument(writer, "ds", "DatastoreEventArgument", "datastore", machine.Datastore);
        if (withMessage)
        {
            writer.WriteString("fullFormattedMessage", $"{machine.Name} on {machine.Host?.Name} is powered on");
        }

        writer.WriteBoolean("template", machine.IsTemplate);
        writer.WriteEndObject();
    }

    private static void WriteArgument(Utf8JsonWriter writer, string member, string type, string referenceMember, ManagedEntity? entity)
    {
        if (entity is null)
        {
            return;
        }

        writer.WriteStartObject(member);
        writer.WriteTypeName(type);
        writer.WriteString("name", entity.Name);
        writer.WriteReference(referenceMember, entity.Reference);
        writer.WriteEndObject();
    }

    private static ManagedEntity? Above<TEntity>(ManagedEntity? entity)
    {
        while (entity is not null and not TEntity)
        {
            entity = entity.Parent;
        }

        return entity;
    }
}
