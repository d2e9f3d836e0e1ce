namespace Pulse.Providers.VMware.Tests;

public sealed class ContractWatchTests
{
    // Without the contract watch, a deviation from the vendor's contract would fail no test of this project.
    [Fact]
    public void Every_exchange_with_a_simulator_is_held_against_the_contract() =>
        AppContext.GetData("Pulse.Simulation.ContractWatch").Should().Be("all");
}
