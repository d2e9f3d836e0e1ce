namespace Pulse.Simulation.TrueNas;

/// <summary>Generates the objects that the options ask for. The shapes are those of facts.md#6.</summary>
internal static class SimulatedObjects
{
    private const long Tebibyte = 1L << 40;

    public static IEnumerable<SimulatedObject> Generate(TrueNasSimulatorOptions options)
    {
        var now = options.TimeProvider.GetUtcNow();
        return
        [
            .. Make("pool.query", options.Pools + options.UnimportedPools, index => Pool(index, index <= options.Pools, now)),
            .. Make("pool.dataset.query", options.Datasets, index => Dataset(index, Math.Max(1, options.Pools))),
            .. Make("disk.query", options.Disks, index => Disk(index, Math.Max(1, options.Pools))),
            .. Make("vm.query", options.VirtualMachines, Machine),
            .. Make("virt.instance.query", options.Profile.HasInstances ? options.InstanceMachines + options.Containers : 0, index => Instance(index, index <= options.InstanceMachines)),
            .. Make("container.query", options.Profile.HasContainers ? options.Containers : 0, Container),
            .. Make("app.query", options.Apps, App),
            .. Make("alert.list", options.Alerts, index => Alert(index, now)),
        ];
    }

    private static IEnumerable<SimulatedObject> Make(string collection, int count, Func<int, Dictionary<string, object?>> make) =>
        Enumerable.Range(1, count).Select(index => new SimulatedObject(collection, make(index)));

    private static Dictionary<string, object?> Pool(int index, bool isImported, DateTimeOffset now) => new()
    {
        ["id"] = index,
        ["name"] = $"pool{index:d3}",
        ["guid"] = $"{10_000_000_000_000_000L + index}",
        ["status"] = isImported ? "ONLINE" : "OFFLINE",
        ["healthy"] = isImported,
        ["warning"] = false,
        ["status_code"] = isImported ? "OK" : null,
        ["size"] = isImported ? 4 * Tebibyte : null,
        ["allocated"] = isImported ? Tebibyte : null,
        ["free"] = isImported ? 3 * Tebibyte : null,
        ["fragmentation"] = isImported ? "5" : null,
        ["scan"] = isImported ? new Dictionary<string, object?> { ["function"] = "SCRUB", ["state"] = "FINISHED", ["start_time"] = now, ["errors"] = 0 } : null,
        ["topology"] = isImported ? new Dictionary<string, object?> { ["data"] = Array.Empty<object>(), ["cache"] = Array.Empty<object>() } : null,
    };

    private static Dictionary<string, object?> Dataset(int index, int pools)
    {
        var pool = $"pool{((index - 1) % pools) + 1:d3}";
        return new()
        {
            ["id"] = $"{pool}/data{index:d5}",
            ["name"] = $"{pool}/data{index:d5}",
            ["pool"] = pool,
            ["type"] = "FILESYSTEM",
            ["mountpoint"] = $"/mnt/{pool}/data{index:d5}",
            ["encrypted"] = false,
            ["locked"] = false,
            ["children"] = Array.Empty<object>(),
            ["used"] = Property(1L << 30),
            ["available"] = Property(Tebibyte),
        };
    }

    private static Dictionary<string, object?> Property(long value) => new() { ["parsed"] = value, ["rawvalue"] = $"{value}", ["source"] = "NONE" };

    private static Dictionary<string, object?> Disk(int index, int pools) => new()
    {
        ["identifier"] = $"{{serial_lunid}}S{index:d5}",
        ["name"] = $"sd{index}",
        ["serial"] = $"S{index:d5}",
        ["size"] = 2 * Tebibyte,
        ["model"] = "Simulated",
        ["rotationrate"] = null,
        ["pool"] = $"pool{((index - 1) % pools) + 1:d3}",
    };

    private static Dictionary<string, object?> Machine(int index) => new()
    {
        ["id"] = index,
        ["name"] = $"vm{index:d3}",
        ["vcpus"] = 2,
        ["memory"] = 4096,
        ["status"] = new Dictionary<string, object?> { ["state"] = "RUNNING", ["pid"] = 4000 + index, ["domain_state"] = "RUNNING" },
        ["uuid"] = $"00000000-0000-4000-8000-{index:d12}",
        ["autostart"] = true,
    };

    private static Dictionary<string, object?> Instance(int index, bool isMachine) => new()
    {
        ["id"] = $"instance{index:d3}",
        ["name"] = $"instance{index:d3}",
        ["type"] = isMachine ? "VM" : "CONTAINER",
        ["status"] = "RUNNING",
        ["cpu"] = "2",
        ["memory"] = 1L << 31,
        ["autostart"] = true,
    };

    private static Dictionary<string, object?> Container(int index) => new() { ["id"] = index, ["name"] = $"container{index:d3}", ["status"] = new Dictionary<string, object?> { ["state"] = "RUNNING" } };

    private static Dictionary<string, object?> App(int index) => new() { ["id"] = $"app{index:d3}", ["name"] = $"app{index:d3}", ["state"] = "RUNNING", ["version"] = "1.0.0" };

    private static Dictionary<string, object?> Alert(int index, DateTimeOffset now) => new()
    {
        ["uuid"] = $"00000000-0000-4000-9000-{index:d12}",
        ["klass"] = "ScrubPaused",
        ["level"] = "WARNING",
        ["datetime"] = now,
        ["dismissed"] = false,
        ["text"] = "Scrub for pool '%s' is paused",
        ["formatted"] = "Scrub for pool &#39;pool001&#39; is paused",
    };
}
