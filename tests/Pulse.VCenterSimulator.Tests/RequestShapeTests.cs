using System.Net;

namespace Pulse.Simulation.Tests;

public sealed class RequestShapeTests : SimulatorTest
{
    [Fact]
    public async Task A_nested_object_without_a_type_name_is_decoded_as_a_MoRef_and_refused()
    {
        var (_, client) = await LoggedInAsync();
        var spec = Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name");
        spec["propSet"]![0]!.AsObject().Remove("_typeName");
        var reply = await RetrieveAsync(client, spec);
        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.TypeName.Should().Be("InvalidArgument");
        ((string?)reply.Json["faultstring"]).Should().Be("Invalid MoRef field: pathSet");
        ((string?)reply.Json["invalidProperty"]).Should().Be("pathSet");
    }

    [Fact]
    public async Task A_MoRef_needs_no_type_name()
    {
        var (_, client) = await LoggedInAsync();
        var reply = await client.CallAsync("ViewManager", "ViewManager", "CreateContainerView", new
        {
            container = new { type = "Folder", value = "group-d1" },
            recursive = true,
        });
        ((string?)reply.Json["type"]).Should().Be("ContainerView");
    }

    [Fact]
    public async Task A_member_that_the_data_type_does_not_have_is_refused()
    {
        var (_, client) = await LoggedInAsync();
        var spec = Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name");
        spec["propSet"]![0]!["paths"] = "name";
        (await RetrieveAsync(client, spec)).TypeName.Should().Be("InvalidArgument");
    }

    [Theory]
    [InlineData("VirtualMachin", "name", "InvalidType")]
    [InlineData("VirtualMachine", "nam", "InvalidProperty")]
    [InlineData("Network", "config.key", "InvalidProperty")]
    [InlineData("DistributedVirtualPortgroup", "config.key", null)]
    public async Task Types_and_paths_that_the_release_does_not_know_fail_the_whole_call(string type, string path, string? fault)
    {
        var (_, client) = await LoggedInAsync();
        var reply = await RetrieveAsync(client, Spec(await ViewAsync(client), type, path));
        reply.TypeName.Should().Be(fault ?? "RetrieveResult");
    }

    [Fact]
    public async Task The_brackets_of_a_moId_have_to_be_encoded()
    {
        var (_, client) = await LoggedInAsync();
        var view = (string)(await ViewAsync(client, "Folder"))["value"]!;
        (await client.PostAsync($"{client.Vim}/ContainerView/{view}/DestroyView")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await client.CallAsync("View", view, "DestroyView")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Only_top_level_properties_are_addressable_by_GET()
    {
        var (simulator, client) = await LoggedInAsync();
        var machine = simulator.Inventory.VirtualMachines[0];
        ((string?)(await client.ReadAsync(machine, "runtime")).Json["powerState"]).Should().Be("poweredOn");
        (await client.ReadAsync(machine, "runtime/powerState")).Status.Should().Be(HttpStatusCode.NotFound);
        (await client.ReadAsync(machine, "runtime.powerState")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(NullForm.EmptyOk, HttpStatusCode.OK, "")]
    [InlineData(NullForm.EmptyChunked, HttpStatusCode.OK, "")]
    [InlineData(NullForm.NoContent, HttpStatusCode.NoContent, "")]
    [InlineData(NullForm.Literal, HttpStatusCode.OK, "null")]
    public async Task Null_has_four_forms(NullForm form, HttpStatusCode status, string text)
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.NullForm = form;
        var reply = await client.ReadAsync("Folder", "group-d1", "parent");
        reply.Status.Should().Be(status);
        reply.Text.Should().Be(text);
        (reply.Headers.TransferEncodingChunked == true).Should().Be(form is NullForm.EmptyChunked);
    }

    [Fact]
    public async Task The_clock_of_the_server_is_the_one_of_the_simulator()
    {
        var (_, client) = await LoggedInAsync();
        (await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime")).Text.Should().Be("\"2026-11-22T10:00:00.000000Z\"");
    }
}
