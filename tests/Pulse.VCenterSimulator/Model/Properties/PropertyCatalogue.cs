using System.Collections.Frozen;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>The properties of every inventory type, those of its base types included.</summary>
internal static partial class PropertyCatalogue
{
    private static readonly FrozenDictionary<string, IReadOnlyDictionary<string, PropertyDefinition>> Own =
        new Dictionary<string, IReadOnlyDictionary<string, PropertyDefinition>>
        {
            ["ManagedEntity"] = ManagedEntityProperties(),
            ["Folder"] = FolderProperties(),
            ["Datacenter"] = DatacenterProperties(),
            ["ComputeResource"] = ComputeResourceProperties(),
            ["ClusterComputeResource"] = ClusterProperties(),
            ["ResourcePool"] = ResourcePoolProperties(),
            ["HostSystem"] = HostProperties(),
            ["VirtualMachine"] = VirtualMachineProperties(),
            ["Datastore"] = DatastoreProperties(),
            ["Network"] = NetworkProperties(),
            ["DistributedVirtualPortgroup"] = PortgroupProperties(),
        }.ToFrozenDictionary();

    public static IEnumerable<(string Type, PropertyDefinition Property)> All =>
        Own.SelectMany(type => type.Value.Values.Select(property => (type.Key, property)));

    public static PropertyDefinition? Find(string type, string path)
    {
        foreach (var declaring in VimTypes.WithBases(type))
        {
            if (Own.TryGetValue(declaring, out var properties) && properties.TryGetValue(path, out var property))
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>The exception for an unknown property, which a real server may have.</summary>
    public static Exception Unknown(string type, string path) =>
        VendorContract.Load().HasProperty(type, path) ? new NotSimulatedException($"{path} of a {type}") : VimFault.InvalidProperty(path).Exception();

    /// <summary>The properties that <c>all: true</c> in a PropertySpec selects.</summary>
    public static PropertyDefinition[] TopLevelOf(string type) =>
        [.. VimTypes.WithBases(type)
            .SelectMany(declaring => Own.GetValueOrDefault(declaring)?.Values ?? [])
            .Where(property => property.IsTopLevel)
            .DistinctBy(property => property.Path)];

    private static PropertyTable<ManagedEntity> ManagedEntityProperties() => new PropertyTable<ManagedEntity>()
        .String("name", entity => entity.Name, view: true)
        .Reference("parent", entity => entity.Parent, view: true)
        .Enum<ManagedEntityStatus>("overallStatus", entity => entity.OverallStatus)
        .Enum<ManagedEntityStatus>("configStatus", entity => entity.OverallStatus)
        .Ints("effectiveRole", entity => entity.Inventory is { } inventory ? [inventory.Role.Id] : [], view: true)
        .Items("triggeredAlarmState", "ArrayOfAlarmState", TriggeredAlarms, AlarmStateJson.Write, view: true)
        .EmptyArray("declaredAlarmState", "ArrayOfAlarmState", view: true);

    private static PropertyTable<Folder> FolderProperties() => new PropertyTable<Folder>()
        .References("childEntity", Children<ManagedEntity>, view: true)
        .Strings("childType", ChildTypes, view: true);

    private static string[] ChildTypes(Folder folder) => folder.Kind switch
    {
        FolderKind.Datacenter => ["Folder", "Datacenter"],
        FolderKind.Host => ["Folder", "ComputeResource"],
        FolderKind.Datastore => ["Folder", "StoragePod", "Datastore"],
        FolderKind.Network => ["Folder", "Network", "DistributedVirtualSwitch"],
        _ => ["Folder", "VirtualMachine", "VirtualApp"],
    };

    private static PropertyTable<Datacenter> DatacenterProperties() => new PropertyTable<Datacenter>()
        .Reference("vmFolder", datacenter => datacenter.VmFolder, view: true)
        .Reference("hostFolder", datacenter => datacenter.HostFolder, view: true)
        .Reference("datastoreFolder", datacenter => datacenter.DatastoreFolder, view: true)
        .Reference("networkFolder", datacenter => datacenter.NetworkFolder, view: true)
        .References("datastore", datacenter => Children<Datastore>(datacenter.DatastoreFolder))
        .References("network", datacenter => Children<Network>(datacenter.NetworkFolder));

    private static PropertyTable<ComputeResource> ComputeResourceProperties() => new PropertyTable<ComputeResource>()
        .References("host", Children<HostSystem>, view: true)
        .Reference("resourcePool", resource => resource.ResourcePool, view: true)
        .Capacity()
        .Object("summary", "ComputeResourceSummary");

    private static PropertyTable<ComputeResource> ClusterProperties() => new PropertyTable<ComputeResource>()
        .Int("summary.currentFailoverLevel", _ => 1)
        .Int("summary.numVmotions", _ => 0)
        .Capacity()
        .Object("summary", "ClusterComputeResourceSummary")
        .Boolean("configuration.dasConfig.enabled", cluster => cluster.HaEnabled)
        .Boolean("configuration.drsConfig.enabled", cluster => cluster.DrsEnabled)
        .Object("configuration.dasConfig", "ClusterDasConfigInfo")
        .Object("configuration.drsConfig", "ClusterDrsConfigInfo")
        .Object("configuration", "ClusterConfigInfo");

    private static PropertyTable<ComputeResource> Capacity(this PropertyTable<ComputeResource> table) => table
        .Int("summary.totalCpu", resource => 2600 * Cores(resource))
        .Long("summary.totalMemory", resource => Children<HostSystem>(resource).Sum(host => host.MemorySize))
        .Short("summary.numCpuCores", resource => (short)Cores(resource))
        .Short("summary.numCpuThreads", resource => (short)(2 * Cores(resource)))
        .Int("summary.effectiveCpu", resource => 2500 * Cores(resource))
        .Long("summary.effectiveMemory", resource => Children<HostSystem>(resource).Sum(host => host.MemorySize) >> 20)
        .Int("summary.numHosts", resource => Children<HostSystem>(resource).Count())
        .Int("summary.numEffectiveHosts", resource => Children<HostSystem>(resource).Count(host => host.ConnectionState is HostSystemConnectionState.Connected))
        .Enum<ManagedEntityStatus>("summary.overallStatus", resource => resource.OverallStatus);

    private static PropertyTable<ResourcePool> ResourcePoolProperties() => new PropertyTable<ResourcePool>()
        .Reference("owner", pool => pool.Owner, view: true)
        .References("resourcePool", Children<ResourcePool>, view: true)
        .References("vm", pool => Machines(pool, machine => machine.ResourcePool == pool), view: true);

    private static PropertyTable<Network> NetworkProperties() => new PropertyTable<Network>()
        .References("vm", network => Machines(network, machine => machine.Network == network))
        .String("summary.name", network => network.Name)
        .Boolean("summary.accessible", network => network.Accessible)
        .String("summary.ipPoolName", _ => "")
        .Object("summary", "NetworkSummary");

    private static PropertyTable<Network> PortgroupProperties() => new PropertyTable<Network>()
        .String("key", network => network.Reference.Value)
        .String("config.key", network => network.Reference.Value)
        .String("config.name", network => network.Name)
        .Int("config.numPorts", _ => 8)
        .String("config.type", _ => "earlyBinding")
        .Empty("config.policy", "DVPortgroupPolicy", _ => true)
        .Object("config", "DVPortgroupConfigInfo");

    private static int Cores(ComputeResource resource) => Children<HostSystem>(resource).Sum(host => host.CpuCores);

    private static IEnumerable<TChild> Children<TChild>(ManagedEntity parent) =>
        parent.Inventory?.ChildrenOf(parent).OfType<TChild>() ?? [];

    private static IReadOnlyList<VirtualMachine> Machines(ManagedEntity entity, Func<VirtualMachine, bool> predicate) =>
        entity.Inventory?.All(predicate) ?? [];
}
