using System.Net;
using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

/// <summary>What a server that follows the document refuses, and what the simulator does not have.</summary>
public sealed class StrictTests : SimulatorTest
{
    [Fact]
    public async Task A_body_is_refused_where_the_document_has_none()
    {
        var (simulator, client) = await LoggedInAsync();
        var reply = await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime", "{}");
        reply.TypeName.Should().Be("InvalidRequest");
        ((string?)reply.Json["faultstring"]).Should().Contain("ServiceInstance.CurrentTime takes no body");
        simulator.Inventory.Hosts.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(null, "serverGuid")]
    [InlineData("ManagedObjectReference", "container.serverGuid")]
    public async Task A_reference_with_another_member_is_refused(string? typeName, string place)
    {
        var (_, client) = await LoggedInAsync();
        var container = new JsonObject { ["type"] = "Folder", ["value"] = "group-d1", ["serverGuid"] = "x" };
        if (typeName is not null)
        {
            container["_typeName"] = typeName;
        }

        var reply = await client.CallAsync("ViewManager", "ViewManager", "CreateContainerView", new JsonObject { ["container"] = container, ["recursive"] = true }.ToJsonString());

        reply.TypeName.Should().Be("InvalidArgument");
        ((string?)reply.Json["invalidProperty"]).Should().Be(place);
    }

    [Theory]
    [InlineData("WaitForUpdatesEx", """{"options":{"_typeName":"RetrieveOptions","maxObjects":1}}""", "options._typeName")]
    [InlineData("WaitForUpdatesEx", """{"options":{"_typeName":"WaitOptions","maxWaitSeconds":"0"}}""", "options.maxWaitSeconds")]
    [InlineData("WaitForUpdatesEx", """{"options":{"_typeName":"WaitOptions","wait":0}}""", "options.wait")]
    [InlineData("RetrievePropertiesEx", """{"specSet":[]}""", "options")]
    [InlineData("ContinueRetrievePropertiesEx", """{"token":null}""", "token")]
    public async Task What_is_not_as_documented_is_refused(string method, string body, string place)
    {
        var (_, client) = await LoggedInAsync();
        var reply = await client.CallAsync(Collector, CollectorId, method, body);
        reply.TypeName.Should().Be("InvalidArgument");
        ((string?)reply.Json["invalidProperty"]).Should().Be(place);
    }

    [Fact]
    public async Task What_is_documented_and_not_simulated_is_answered_with_501_and_says_so()
    {
        var (simulator, client) = await LoggedInAsync();
        var view = await ViewAsync(client, "VirtualMachine");
        Reply[] replies =
        [
            await client.CallAsync("AlarmManager", "AlarmManager", "GetAlarm"),
            await client.ReadAsync(simulator.Inventory.RootFolder, "configIssue"),
            await RetrieveAsync(client, Spec(view, "VirtualMachine", "guest.toolsRunningStatus")),
        ];
        replies.Select(reply => reply.Status).Should().AllBeEquivalentTo(HttpStatusCode.NotImplemented);
        replies.Select(reply => reply.Text).Should().Equal(
            "The simulator does not simulate AlarmManager.GetAlarm.",
            "The simulator does not simulate configIssue of a Folder.",
            "The simulator does not simulate guest.toolsRunningStatus of a VirtualMachine.");
    }

    [Fact]
    public async Task What_no_document_has_is_not_found()
    {
        var (_, client) = await LoggedInAsync();
        (await client.CallAsync("AlarmManager", "AlarmManager", "GetAlarms")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
