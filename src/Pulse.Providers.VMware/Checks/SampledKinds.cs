namespace Pulse.Providers.VMware.Checks;

/// <summary>The kinds of objects of which a test reads a sample, each with its noun.</summary>
internal static class SampledKinds
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Datacenter"] = "datacenter",
        ["HostSystem"] = "host",
        ["VirtualMachine"] = "virtual machine",
        ["Datastore"] = "datastore",
    };
}
