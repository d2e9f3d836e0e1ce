using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The cost of a read, by the size of the inventory.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("8.0u2")]
    [InlineData("8.0u3")]
    public async Task A_first_poll_of_ten_thousand_machines_takes_twenty_requests_at_most_and_an_unchanged_one_takes_one(string profile)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new()
        {
            Profile = VCenterProfile.Named(profile),
            VirtualMachines = 10_000,
            Hosts = 500,
            Datastores = 60,
            Clusters = 20,
        });
        await using var connection = new SimulatedConnection(vcenter);

        var (first, requests, _) = await connection.MeasureAsync();
        (first.VmCount, first.AgentCount, first.StorageCount).Should().Be((10_000, 500, 60));
        requests.Should().BeLessThanOrEqualTo(20);

        var (_, unchangedRequests, bytes) = await connection.MeasureAsync();
        unchangedRequests.Should().Be(1);
        bytes.Should().BeLessThan(1024);

        vcenter.Inventory.Remove(vcenter.Inventory.VirtualMachines[0]);
        var (changed, changedRequests, _) = await connection.MeasureAsync();
        (changed.VmCount, changedRequests).Should().Be((9_999, 1));
    }

    [Fact]
    public async Task An_unchanged_poll_allocates_the_same_whatever_the_size()
    {
        var small = await AllocatedByUnchangedPollAsync(100);
        var large = await AllocatedByUnchangedPollAsync(20_000);

        large.Should().BeLessThan(small + 1024);
    }

    private static async Task<long> AllocatedByUnchangedPollAsync(int machines)
    {
        await using var vcenter = VCenterSimulator.WithoutServer(new() { VirtualMachines = machines, IsWatched = false });
        using var connection = new InProcessConnection(vcenter, TimeProvider.System);
        (await connection.PollAsync()).VmCount.Should().Be(machines);
        for (var warmUp = 0; warmUp < 50; warmUp++)
        {
            await connection.PollAsync();
        }

        // Without a network every call completes at once, so the whole read runs on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        await connection.PollAsync();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
