namespace Pulse.Simulation;

/// <summary>Switches virtual machines on and off at random, so that a demonstration shows changes.</summary>
internal static class Churn
{
    public static async Task RunAsync(Inventory inventory, int changesPerMinute, TimeProvider time, CancellationToken ct)
    {
        if (changesPerMinute == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1) / changesPerMinute, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            var machines = inventory.VirtualMachines;
            if (machines.Count > 0)
            {
                Toggle(machines[Random.Shared.Next(machines.Count)]);
            }
        }
    }

    private static void Toggle(VirtualMachine machine) =>
        machine.PowerState = machine.PowerState is VirtualMachinePowerState.PoweredOn
            ? VirtualMachinePowerState.PoweredOff
            : VirtualMachinePowerState.PoweredOn;
}
