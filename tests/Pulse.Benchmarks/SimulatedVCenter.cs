using System.Diagnostics;
using Pulse.Simulation;

namespace Pulse.Benchmarks;

/// <summary>A simulated vCenter in a child process, controlled over its standard input.</summary>
internal sealed class SimulatedVCenter : IAsyncDisposable
{
    public const string UserName = "bench@vsphere.local";
    public const string Password = "Bench!1";

    private readonly Process _process;

    private SimulatedVCenter(Process process, int port, string thumbprint)
    {
        _process = process;
        Port = port;
        Thumbprint = thumbprint;
    }

    public int Port { get; }

    public string Thumbprint { get; }

    /// <param name="machines">The number of machines.</param>
    /// <param name="updatesEach">The number of objects to which it cuts an answer with updates.</param>
    /// <param name="latencyMs">The delay of each answer, in milliseconds.</param>
    public static async Task<SimulatedVCenter> StartAsync(int machines, int updatesEach = int.MaxValue, int latencyMs = 0)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(SimulatedVCenter).Assembly.Location, "vcenter", $"{machines}", $"{updatesEach}", $"{latencyMs}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulated vCenter did not start.");
        var parts = line.Split(' ');
        return new SimulatedVCenter(process, int.Parse(parts[0]), parts[1]);
    }

    /// <summary>Deletes a number of machines, and creates as many new ones.</summary>
    public async Task ChangeAsync(int machines)
    {
        await _process.StandardInput.WriteLineAsync($"{machines}");
        await _process.StandardInput.FlushAsync();
        await _process.StandardOutput.ReadLineAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The child process: serves until its standard input ends. Sized like the design: a host per 20 machines, 60 datastores.</summary>
    public static async Task ServeAsync(int machines, int updatesEach, int latencyMs)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions
        {
            VirtualMachines = machines,
            Hosts = Math.Max(2, machines / 20),
            Datastores = 60,
            UserName = UserName,
            Password = Password,
        });
        vcenter.Faults.MaximumObjectUpdates = updatesEach;
        if (latencyMs > 0)
        {
            vcenter.Faults.On("", FaultAction.Delay(TimeSpan.FromMilliseconds(latencyMs)));
        }

        await Console.Out.WriteLineAsync($"{vcenter.Port} {vcenter.Thumbprint}");
        while (await Console.In.ReadLineAsync() is { } count)
        {
            foreach (var machine in vcenter.Inventory.VirtualMachines.Take(int.Parse(count)).ToList())
            {
                vcenter.Inventory.Remove(machine);
                vcenter.Inventory.AddVirtualMachine($"new in place of {machine.Name}");
            }

            await Console.Out.WriteLineAsync("changed");
        }
    }
}
