using System.Collections.Frozen;
using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>One list of <c>/api/vcenter</c>: its entities, their maximum number, and the members of an item other than id and name.</summary>
internal sealed record ObjectList(string IdMember, int Maximum, string What, Func<ManagedEntity, bool> Includes, Action<Utf8JsonWriter, ManagedEntity, VCenterProfile> Write)
{
    // facts.md#1.11: paths, maxima and items. Templates are left out of vm.
    private static readonly FrozenDictionary<string, ObjectList> All = new Dictionary<string, ObjectList>
    {
        ["host"] = Of<HostSystem>("host", 2500, "hosts", WriteHost),
        ["vm"] = Of<VirtualMachine>("vm", 4000, "virtual machines", WriteMachine, machine => !machine.IsTemplate),
        ["datastore"] = Of<Datastore>("datastore", 2500, "datastores", WriteDatastore),
        ["datacenter"] = Of<Datacenter>("datacenter", 1000, "datacenters", static (_, _, _) => { }),
        ["cluster"] = Of<ComputeResource>("cluster", 1000, "clusters", WriteCluster, resource => resource.IsCluster),
        ["folder"] = Of<Folder>("folder", 1000, "folders", (writer, folder, _) => writer.WriteString("type", WireNames<FolderKind>.ForAutomation(folder.Kind))),
        ["resource-pool"] = Of<ResourcePool>("resource_pool", 1000, "resource pools", static (_, _, _) => { }),
        ["network"] = Of<Network>("network", 1000, "networks", (writer, network, _) => writer.WriteString("type", network.IsDistributed ? "DISTRIBUTED_PORTGROUP" : "STANDARD_PORTGROUP")),
    }.ToFrozenDictionary();

    // The filters that name a place. Each of them selects the entities below that place.
    private static readonly string[] PlaceFilters = ["folders", "datacenters", "hosts", "clusters", "resource_pools", "parent_folders", "parent_resource_pools"];

    public static ObjectList? Named(string name) => All.GetValueOrDefault(name);

    public ManagedEntity[] Select(Inventory inventory, IQueryCollection query)
    {
        // facts.md#1.15: filter.names belongs to /rest, and 8.0.3 answers 400; unknown bare keys are ignored.
        if (query.Keys.FirstOrDefault(key => key.StartsWith("filter.", StringComparison.Ordinal)) is { } key)
        {
            throw AutomationError.InvalidArgument($"Unexpected query parameter {key}.").Exception();
        }

        var (entities, _) = inventory.Snapshot(entity => Includes(entity) && entity.Access is not ObjectAccess.None && inventory.Shows(entity));
        return query.Count == 0 ? entities : [.. entities.Where(entity => Matches(entity, inventory, query))];
    }

    private bool Matches(ManagedEntity entity, Inventory inventory, IQueryCollection query)
    {
        var ownIds = IdMember + "s";
        if ((query.ContainsKey("names") && !query["names"].Contains(entity.Name)) || (query.ContainsKey(ownIds) && !query[ownIds].Contains(entity.Reference.Value)))
        {
            return false;
        }

        return Array.TrueForAll(PlaceFilters, filter =>
            filter == ownIds || !query.ContainsKey(filter) || query[filter].Any(id => inventory.Find(id!) is { } place && entity.IsIn(place, recursive: true)));
    }

    private static ObjectList Of<TEntity>(string id, int maximum, string what, Action<Utf8JsonWriter, TEntity, VCenterProfile> write, Func<TEntity, bool>? includes = null)
        where TEntity : ManagedEntity =>
        new(id, maximum, what, entity => entity is TEntity typed && (includes?.Invoke(typed) ?? true), (writer, entity, profile) => write(writer, (TEntity)entity, profile));

    private static void WriteHost(Utf8JsonWriter writer, HostSystem host, VCenterProfile profile)
    {
        writer.WriteString("connection_state", WireNames<HostSystemConnectionState>.ForAutomation(host.ConnectionState));
        if (host.ConnectionState is HostSystemConnectionState.Connected)
        {
            writer.WriteString("power_state", host.PowerState is HostSystemPowerState.StandBy ? "STANDBY" : WireNames<HostSystemPowerState>.ForAutomation(host.PowerState));
        }
    }

    private static void WriteMachine(Utf8JsonWriter writer, VirtualMachine machine, VCenterProfile profile)
    {
        writer.WriteString("power_state", WireNames<VirtualMachinePowerState>.ForAutomation(machine.PowerState));
        if (machine.HasConfig)
        {
            writer.WriteNumber("cpu_count", machine.CpuCount);
            writer.WriteNumber(profile.MemorySizeMember, machine.MemoryMiB);
        }
    }

    private static void WriteDatastore(Utf8JsonWriter writer, Datastore datastore, VCenterProfile profile)
    {
        writer.WriteString("type", datastore.Kind);
        if (datastore.Accessible)
        {
            writer.WriteNumber("free_space", datastore.FreeSpace);
            writer.WriteNumber("capacity", datastore.Capacity);
        }
    }

    private static void WriteCluster(Utf8JsonWriter writer, ComputeResource cluster, VCenterProfile profile)
    {
        writer.WriteBoolean("ha_enabled", cluster.HaEnabled);
        writer.WriteBoolean("drs_enabled", cluster.DrsEnabled);
    }
}
