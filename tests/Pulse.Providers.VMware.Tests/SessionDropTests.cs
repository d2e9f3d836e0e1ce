using Pulse.Providers.VMware.Tests.Stub;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests;

/// <summary>A vCenter that forgets its sessions at any moment.</summary>
public sealed class SessionDropTests
{
    private const int Connections = 3;

    [Theory(Timeout = 120_000)]
    [InlineData("8.0u2", 2, false)]
    [InlineData("8.0u3", 1, false)]
    [InlineData("8.0u3", 1, true)]
    [InlineData("9.0", 1, false)]
    public async Task No_read_fails_because_the_sessions_were_dropped(string profile, int sessionsEach, bool missingSet)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new() { Profile = VCenterProfile.Named(profile), VirtualMachines = 25 });
        vcenter.Faults.DeadSessionAnswersMissingSet = missingSet;
        vcenter.Faults.MaximumObjectUpdates = 10;
        var random = new Random(20_261_123);
        SimulatedConnection[] connections = [.. Enumerable.Range(0, Connections).Select(_ => new SimulatedConnection(vcenter))];
        var untilDrop = int.MaxValue;
        // Between any two requests of any of them, from the first of a read to the last.
        vcenter.Faults.Add(
            _ =>
            {
                if (Interlocked.Decrement(ref untilDrop) == 0)
                {
                    vcenter.Sessions.DropAll();
                }

                return false;
            },
            FaultAction.ResetConnection);
        await PollAllAsync(connections, vcenter);

        for (var drop = 0; drop < 200; drop++)
        {
            Volatile.Write(ref untilDrop, random.Next(1, 10));
            if (drop % 4 == 0)
            {
                connections[0].Clock.Advance(TimeSpan.FromMinutes(31));
            }

            await PollAllAsync(connections, vcenter);

            // A read renews once: who was done before the drop finds out now, and not when the next one comes.
            Volatile.Write(ref untilDrop, int.MaxValue);
            await PollAllAsync(connections, vcenter);
        }

        vcenter.Sessions.OpenCount.Should().Be(Connections * sessionsEach);
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
            connection.Log.Lines.Should().BeEmpty();
        }

        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    private static async Task PollAllAsync(SimulatedConnection[] connections, VCenterSimulator vcenter)
    {
        var expected = vcenter.Inventory.AddVirtualMachine("one more");
        foreach (var observed in await Task.WhenAll(connections.Select(connection => connection.PollAsync())))
        {
            observed.VmCount.Should().Be(vcenter.Inventory.VirtualMachines.Count, expected.Name);
            observed.Complete.Should().BeTrue();
        }
    }
}
