namespace Pulse.Simulation.Tests;

/// <summary>Every exchange is held against the vendor's contract, and no test has to ask for it.</summary>
public sealed class ContractWatchTests : SimulatorTest
{
    [Fact]
    public async Task An_answer_that_is_not_as_documented_fails_the_test()
    {
        var profile = VCenterProfile.V91 with { MemorySizeMember = "memory" };
        var (simulator, client) = await LoggedInAsync(Small with { Profile = profile, VirtualMachines = 1 });
        await client.GetAsync("/api/vcenter/vm");

        var failure = (await simulator.Invoking(each => each.DisposeAsync().AsTask()).Should().ThrowAsync<ContractException>()).Which;

        failure.Message.Should().Contain("vcenter.vm.list, answer, [0].memory: Vcenter.VM.Summary has no member 'memory'.");
    }

    [Fact]
    public async Task A_request_that_is_taken_and_not_as_documented_fails_the_test()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.TakesNeedlessBodies = true;
        await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime", "{}");

        var failure = (await simulator.Invoking(each => each.DisposeAsync().AsTask()).Should().ThrowAsync<ContractException>()).Which;

        failure.Deviations.Should().ContainSingle().Which.Operation.Should().Be("ServiceInstance.CurrentTime");
    }

    [Fact]
    public async Task An_answer_that_a_rule_changes_on_purpose_is_judged_as_it_was_before()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On("CurrentTime", FaultAction.Rewrite(_ => "{}"), times: 1);
        (await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime")).Text.Should().Be("{}");

        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task No_exception_is_listed_that_nothing_needs()
    {
        var (old, client) = await StartAsync(Small with { Profile = VCenterProfile.V80U1 });
        await client.PostAsync("/api/vcenter/system?action=hello", """{"api_releases":["8.0.1.0"]}""");
        await client.GetAsync("/api/appliance/system/version");
        client.Token = (await client.CreateSessionAsync()).Token;
        await client.GetAsync("/api/appliance/system/version");
        await client.GetAsync("/api/vcenter/vm?unknown=1");
        client.Token = (await client.LoginAsync()).Token;
        await client.CallAsync("ViewManager", "ViewManager", "CreateContainerView", new { container = new { type = "Folder", value = "group-d1" }, recursive = true });
        old.Faults.SessionLimit = 0;
        await client.LoginAsync();

        ContractExceptions.All.Where(entry => !ContractExceptions.WasUsed(entry)).Should().BeEmpty();
        ContractExceptions.All.Should().OnlyContain(entry => entry.Reason.Length > 20);
    }
}
