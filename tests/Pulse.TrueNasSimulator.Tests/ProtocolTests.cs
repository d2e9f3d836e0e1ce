using System.Net;
using System.Net.WebSockets;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class ProtocolTests : SimulatorTest
{
    private const string Query = "pool.query";

    [Theory]
    [InlineData("25.04", "[\"v25.04.0\",\"v25.04.1\",\"v25.04.2\"]")]
    [InlineData("26", "[\"v25.04.0\",\"v25.04.1\",\"v25.04.2\",\"v25.10.0\",\"v25.10.1\",\"v25.10.2\",\"v26.0.0\"]")]
    public async Task The_versions_are_told_without_a_login(string profile, string versions)
    {
        using var http = new HttpClient(Start(Small with { Profile = TrueNasProfile.Named(profile) }).CreateHandler());
        (await http.GetStringAsync("https://nas.test/api/versions")).Should().Be(versions);
    }

    [Theory]
    [InlineData("/api/versions")]
    [InlineData("/api/current")]
    public async Task CORE_leads_to_its_pages(string path)
    {
        using var http = new HttpClient(Start(Small with { Profile = TrueNasProfile.Core13 }).CreateHandler());
        var answer = await http.GetAsync($"https://nas.test{path}");
        answer.StatusCode.Should().Be(HttpStatusCode.Found);
        answer.Headers.Location.Should().Be("https://nas.test/ui/");
    }

    [Theory]
    [InlineData("{", "-32700")]
    [InlineData("[]", "-32700")]
    [InlineData("{\"jsonrpc\":\"1.0\",\"method\":\"core.ping\",\"id\":1}", "-32600")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"core.ping\",\"params\":{},\"id\":1}", "-32600")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"no.such\",\"id\":1}", "-32601")]
    public async Task A_wrong_message_has_the_code_of_its_error(string text, string code)
    {
        var client = await ConnectAsync(Start());
        $"{(await client.ExchangeAsync(text))["error"]!["code"]}".Should().Be(code);
    }

    [Fact]
    public async Task A_message_without_an_id_is_not_answered()
    {
        var client = await ConnectAsync(Start());
        await client.SendAsync("""{"jsonrpc":"2.0","method":"core.ping"}""");
        $"{(await client.CallAsync("core.ping"))["id"]}".Should().Be("1");
    }

    [Theory]
    [InlineData(false, 8 * 1024, WebSocketCloseStatus.InvalidPayloadData)]
    [InlineData(true, 64 * 1024, WebSocketCloseStatus.MessageTooBig)]
    public async Task A_long_message_closes_the_socket(bool isLoggedIn, int limit, WebSocketCloseStatus code)
    {
        var simulator = Start();
        var client = isLoggedIn ? await LoggedInAsync(simulator) : await ConnectAsync(simulator);
        await client.SendAsync(new string(' ', limit + 1));
        (await client.ReadAsync()).Should().BeNull();
        client.CloseStatus.Should().Be(code);
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket()
    {
        var client = await ConnectAsync(Start());
        await client.SendAsync("{}", WebSocketMessageType.Binary);
        (await client.ReadAsync()).Should().BeNull();
        client.CloseStatus.Should().Be(WebSocketCloseStatus.InvalidMessageType);
    }

    [Fact]
    public async Task An_address_outside_the_allow_list_gets_a_socket_that_closes_with_1008()
    {
        var simulator = Start();
        simulator.Faults.AllowList = [IPAddress.Parse("192.0.2.1")];
        var client = await ConnectAsync(simulator);
        (await client.ReadAsync()).Should().BeNull();
        client.CloseStatus.Should().Be(WebSocketCloseStatus.PolicyViolation);
    }

    [Fact]
    public async Task A_call_needs_a_login_and_a_role()
    {
        var simulator = Start();
        (await (await ConnectAsync(simulator)).ErrorAsync(Query)).Should().Be("-32001 ENOTAUTHENTICATED");
        var client = await LoggedInAsync(simulator);
        (await client.ResultAsync(Query)).AsArray().Should().HaveCount(3);
        simulator.Inventory.Roles = new SimulatedRoles("VM_READ");
        (await client.ErrorAsync(Query)).Should().Be("-32001 EACCES");
        (await client.ResultAsync("vm.query")).AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("25.10", "container.query", "virt.instance.query")]
    [InlineData("26", "virt.instance.query", "container.query")]
    public async Task A_release_lacks_the_methods_of_another(string profile, string missing, string present)
    {
        var client = await LoggedInAsync(Start(Small with { Profile = TrueNasProfile.Named(profile) }));
        (await client.ErrorAsync(missing)).Should().Be("-32601");
        (await client.ResultAsync(present)).AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Values_are_boxed_and_an_unimported_pool_has_no_size()
    {
        var client = await LoggedInAsync(Start());
        ((long)(await client.ResultAsync("system.info"))["datetime"]!["$date"]!).Should().Be(Clock.GetUtcNow().ToUnixTimeMilliseconds());
        (await client.ResultAsync("auth.me"))["privilege"]!["roles"]!["$set"]!.AsArray().Select(role => (string)role!).Should().Contain("READONLY_ADMIN");
        (await client.ResultAsync(Query, new object[] { new[] { "status", "=", "OFFLINE" } }, new { select = new[] { "size" } })).ToJsonString().Should().Be("""[{"size":null}]""");
    }

    [Fact]
    public async Task Ten_thousand_datasets_are_counted()
    {
        var client = await LoggedInAsync(Start(Small with { Pools = 500, Datasets = 10_000 }));
        ((int)await client.ResultAsync("pool.dataset.query", Array.Empty<object>(), new { count = true })).Should().Be(10_000);
    }

    [Fact]
    public async Task A_subscriber_is_told_a_change()
    {
        var simulator = Start();
        var client = await LoggedInAsync(simulator);
        await client.ResultAsync("core.subscribe", Query);
        simulator.Inventory.Change(simulator.Inventory.All(Query)[0], "status", "DEGRADED");
        (await client.ReadAsync()).Should().Contain("collection_update").And.Contain("DEGRADED");
    }

    [Fact]
    public async Task A_socket_on_which_nothing_moves_for_an_hour_is_cut()
    {
        var simulator = Start();
        await LoggedInAsync(simulator);
        Clock.Advance(TimeSpan.FromMinutes(59));
        simulator.Counters.OpenSockets.Should().Be(1);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await simulator.WhenOpenSocketsAsync(0);
    }
}
