namespace Pulse.Simulation;

public sealed partial class Inventory
{
    public Datacenter AddDatacenter(string name)
    {
        lock (Gate)
        {
            var datacenter = Add(new Datacenter($"datacenter-{NextMoId()}", name, RootFolder));
            datacenter.VmFolder = Add(new Folder($"group-v{NextMoId()}", "vm", datacenter, FolderKind.VirtualMachine));
            datacenter.HostFolder = Add(new Folder($"group-h{NextMoId()}", "host", datacenter, FolderKind.Host));
            datacenter.DatastoreFolder = Add(new Folder($"group-s{NextMoId()}", "datastore", datacenter, FolderKind.Datastore));
            datacenter.NetworkFolder = Add(new Folder($"group-n{NextMoId()}", "network", datacenter, FolderKind.Network));
            return datacenter;
        }
    }

    /// <summary>Adds a folder for virtual machines.</summary>
    public Folder AddFolder(string name, Folder? parent = null) =>
        Add(new Folder($"group-v{NextMoId()}", name, parent ?? AnyDatacenter.VmFolder, FolderKind.VirtualMachine));

    public ComputeResource AddCluster(string name, Datacenter? datacenter = null) => AddComputeResource(name, datacenter, isCluster: true);

    public ResourcePool AddResourcePool(string name, ManagedEntity parent) =>
        Add(new ResourcePool($"resgroup-{NextMoId()}", name, parent));

    /// <summary>Adds a host to a cluster; without a cluster, adds a standalone host.</summary>
    public HostSystem AddHost(string name, ComputeResource? cluster = null) =>
        Add(new HostSystem($"host-{NextMoId()}", name, cluster ?? AddComputeResource(name, datacenter: null, isCluster: false)));

    public Datastore AddDatastore(string name, Datacenter? datacenter = null) =>
        Add(new Datastore($"datastore-{NextMoId()}", name, (datacenter ?? AnyDatacenter).DatastoreFolder));

    public Network AddNetwork(string name, bool isDistributed = false, Datacenter? datacenter = null) =>
        Add(new Network($"{(isDistributed ? "dvportgroup" : "network")}-{NextMoId()}", name, (datacenter ?? AnyDatacenter).NetworkFolder, isDistributed));

    public VirtualMachine AddVirtualMachine(string name, HostSystem? host = null, Folder? folder = null)
    {
        host ??= AnyHost;
        return Add(NewMachine(name, folder ?? AnyDatacenter.VmFolder, host, isTemplate: false));
    }

    public VirtualMachine AddTemplate(string name, HostSystem? host = null, Folder? folder = null)
    {
        host ??= AnyHost;
        return Add(NewMachine(name, folder ?? AnyDatacenter.VmFolder, host, isTemplate: true));
    }

    /// <summary>Adds an orphaned virtual machine: vCenter knows it, but no host does, and its configuration cannot be read.</summary>
    public VirtualMachine AddOrphan(string name)
    {
        lock (Gate)
        {
            var machine = AddVirtualMachine(name);
            machine.PowerState = VirtualMachinePowerState.PoweredOff;
            machine.ConnectionState = VirtualMachineConnectionState.Orphaned;
            machine.HasConfig = false;
            return machine;
        }
    }

    /// <summary>Adds a virtual machine of which the user can read at most the name.</summary>
    public VirtualMachine AddUnreadable(string name, ObjectAccess access = ObjectAccess.NameOnly)
    {
        lock (Gate)
        {
            var machine = AddVirtualMachine(name);
            machine.Access = access;
            return machine;
        }
    }

    private Datacenter AnyDatacenter => Datacenters[0];

    private HostSystem? AnyHost => Hosts is [var first, ..] ? first : null;

    private ComputeResource AddComputeResource(string name, Datacenter? datacenter, bool isCluster)
    {
        lock (Gate)
        {
            var folder = (datacenter ?? AnyDatacenter).HostFolder;
            var resource = Add(new ComputeResource($"domain-{(isCluster ? 'c' : 's')}{NextMoId()}", name, folder, isCluster));
            resource.ResourcePool = AddResourcePool("Resources", resource);
            return resource;
        }
    }

    private VirtualMachine NewMachine(string name, Folder folder, HostSystem? host, bool isTemplate) =>
        new($"vm-{NextMoId()}", name, folder)
        {
            IsTemplate = isTemplate,
            Host = host,
            ResourcePool = isTemplate ? null : (host?.Parent as ComputeResource)?.ResourcePool,
            PowerState = isTemplate ? VirtualMachinePowerState.PoweredOff : VirtualMachinePowerState.PoweredOn,
        };

    private void Populate(VCenterSimulatorOptions options)
    {
        var datacenters = Make(options.Datacenters, index => AddDatacenter($"DC{index}"));
        var clusters = Make(options.Clusters, index => AddCluster($"Cluster{index}", Turn(datacenters, index)));
        var hosts = Make(options.Hosts, index => AddHost($"esx{index:d3}.example.test", Turn(clusters, index)));
        var datastores = Make(options.Datastores, index => AddDatastore($"datastore{index:d3}", Turn(datacenters, index)));
        var networks = Make(options.Networks, index => AddNetwork($"network{index:d3}", index % 2 == 0, Turn(datacenters, index)));
        var folders = Make(options.Folders, index => AddFolder($"folder{index:d3}", Turn(datacenters, index)?.VmFolder));
        Make(options.ResourcePools, index => AddResourcePool($"pool{index:d3}", PoolOf(Turn(hosts, index))));
        Make(options.VirtualMachines + options.Templates, index =>
        {
            var isTemplate = index > options.VirtualMachines;
            var host = Turn(hosts, index);
            var name = isTemplate ? $"template{index - options.VirtualMachines:d3}" : $"vm{index:d5}";
            var machine = NewMachine(name, Turn(folders, index) ?? VmFolderOf(host), host, isTemplate);
            machine.Datastore = Turn(datastores, index);
            machine.Network = Turn(networks, index);
            return Add(machine);
        });
    }

    private Folder VmFolderOf(ManagedEntity? host)
    {
        while (host is not null and not Datacenter)
        {
            host = host.Parent;
        }

        return ((Datacenter?)host ?? AnyDatacenter).VmFolder;
    }

    private static ResourcePool PoolOf(HostSystem? host) =>
        (host?.Parent as ComputeResource)?.ResourcePool ?? throw new ArgumentException("Resource pools need a host.", nameof(host));

    private static TEntity[] Make<TEntity>(int count, Func<int, TEntity> make) => [.. Enumerable.Range(1, count).Select(make)];

    private static TEntity? Turn<TEntity>(TEntity[] from, int index)
        where TEntity : class => from.Length == 0 ? null : from[(index - 1) % from.Length];
}
