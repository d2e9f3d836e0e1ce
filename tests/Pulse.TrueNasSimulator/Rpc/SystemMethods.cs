namespace Pulse.Simulation.TrueNas;

/// <summary><c>system.info</c>.</summary>
internal static class SystemMethods
{
    public static object? Info(RpcCall call)
    {
        call.TakesNone();
        var now = call.Nas.Time.GetUtcNow();
        return new Dictionary<string, object?>
        {
            ["version"] = call.Nas.Profile.Version,
            ["hostname"] = call.Nas.Options.HostName,
            ["uptime_seconds"] = (now - call.Nas.Inventory.BootedAt).TotalSeconds,
            ["boottime"] = call.Nas.Inventory.BootedAt,
            ["datetime"] = now,
            ["cores"] = 8,
            ["physmem"] = 34_359_738_368L,
            ["ecc_memory"] = true,
            // facts.md#6: a serial number is no identity, and some boards have none.
            ["system_serial"] = null,
            ["system_product"] = "Simulated",
        };
    }
}
