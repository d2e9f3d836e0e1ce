namespace Pulse.Simulation.Tests;

public sealed class ChurnTests : SimulatorTest
{
    [Fact]
    public async Task Churn_switches_one_machine_at_a_time_so_often_a_minute()
    {
        var (simulator, _) = await StartAsync();
        var inventory = simulator.Inventory;
        var before = inventory.Version;
        using var stop = new CancellationTokenSource();
        var churn = Churn.RunAsync(inventory, changesPerMinute: 5, Clock, stop.Token);
        await Clock.WhenArmedAsync();
        Clock.Advance(TimeSpan.FromSeconds(11));
        inventory.Version.Should().Be(before);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await inventory.ChangeAfter(before);
        inventory.VirtualMachines.Count(machine => machine.PowerState is VirtualMachinePowerState.PoweredOff).Should().Be(1);
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => churn).Should().ThrowAsync<OperationCanceledException>();
    }
}
