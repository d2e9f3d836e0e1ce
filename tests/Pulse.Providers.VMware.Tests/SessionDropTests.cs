using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The vCenter forgets its sessions at random moments.</summary>
[Trait("Category", "Slow")]
public sealed class SessionDropTests
{
    private const int Connections = 3;
    private const int Drops = 200;

    [Theory(Timeout = 120_000)]
    [InlineData("8.0u2", 2, DeadSessionForm.Fault)]
    [InlineData("8.0u3", 1, DeadSessionForm.Fault)]
    [InlineData("8.0u3", 1, DeadSessionForm.MissingSet)]
    [InlineData("9.0", 1, DeadSessionForm.MissingSet)]
    [InlineData("9.1.1", 1, DeadSessionForm.Null)]
    public async Task No_read_fails_because_the_sessions_were_dropped(string profile, int sessionsEach, DeadSessionForm form)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new() { Profile = VCenterProfile.Named(profile), VirtualMachines = 25, UseHttps = false });
        vcenter.Faults.DeadSession = form;
        (vcenter.Faults.MaximumObjectUpdates, vcenter.Faults.MaximumPageSize) = (10, 10);
        var random = new Random(20_261_123);
        var (requestsUntilDrop, drops) = (0, 0);
        vcenter.Faults.Add(
            _ =>
            {
                if (Interlocked.Decrement(ref requestsUntilDrop) == 0)
                {
                    vcenter.Sessions.DropAll();
                    drops++;
                }

                return false;
            },
            FaultAction.ResetConnection);
        SimulatedConnection[] connections = [.. Enumerable.Range(0, Connections).Select(_ => new SimulatedConnection(vcenter))];
        await PollAllAsync(connections, vcenter);

        for (var round = 0; drops < Drops; round++)
        {
            Volatile.Write(ref requestsUntilDrop, random.Next(1, await PrepareAsync(connections, vcenter, round % 3)));
            await PollAllAsync(connections, vcenter);

            // A read renews its session only once. A reader that had finished before the drop must notice it here, before the next drop.
            Volatile.Write(ref requestsUntilDrop, 0);
            await PollAllAsync(connections, vcenter);
            vcenter.Sessions.OpenCount.Should().BeLessThanOrEqualTo(Connections * sessionsEach);
        }

        vcenter.Sessions.DropAll();
        await PollAllAsync(connections, vcenter);
        vcenter.Sessions.OpenCount.Should().Be(Connections * sessionsEach);
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
            connection.Log.Lines.Should().BeEmpty();
        }

        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    /// <summary>Makes the next reads reads without changes, verifications, or a mix with a first read.</summary>
    /// <returns>The approximate number of requests of all these reads.</returns>
    private static async Task<int> PrepareAsync(SimulatedConnection[] connections, VCenterSimulator vcenter, int kind)
    {
        switch (kind)
        {
            case 0:
                return Connections + 1;
            case 1:
                Array.ForEach(connections, connection => connection.Clock.Advance(TimeSpan.FromMinutes(31)));
                return 8 * Connections;
            default:
                await connections[0].DisposeAsync();
                connections[0] = new SimulatedConnection(vcenter);
                return 14;
        }
    }

    private static async Task PollAllAsync(SimulatedConnection[] connections, VCenterSimulator vcenter)
    {
        vcenter.Inventory.AddVirtualMachine("one more");
        vcenter.Inventory.Remove(vcenter.Inventory.VirtualMachines[0]);
        foreach (var observed in await Task.WhenAll(connections.Select(connection => connection.PollAsync())))
        {
            observed.VmCount.Should().Be(vcenter.Inventory.VirtualMachines.Count);
            observed.Complete.Should().BeTrue();
        }
    }
}
