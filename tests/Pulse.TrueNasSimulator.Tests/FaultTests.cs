using System.Net;
using System.Net.WebSockets;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class FaultTests : SimulatorTest
{
    private const string Ping = "core.ping";

    [Fact]
    public async Task An_answer_may_come_after_the_next()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.AfterNextAnswer, times: 1);
        await client.SendAsync("""{"jsonrpc":"2.0","id":"a","method":"core.ping"}""");
        await client.SendAsync("""{"jsonrpc":"2.0","id":"b","method":"core.ping"}""");
        (await client.ReadAsync()).Should().Contain("\"id\":\"b\"");
        (await client.ReadAsync()).Should().Contain("\"id\":\"a\"");
    }

    [Fact]
    public async Task The_21st_call_in_flight_is_refused_at_once()
    {
        var simulator = Start();
        var client = await LoggedInAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.Silence);
        for (var id = 0; id < 20; id++)
        {
            await client.SendAsync($$"""{"jsonrpc":"2.0","id":"s{{id}}","method":"core.ping"}""");
        }

        (await client.ErrorAsync(Ping)).Should().Be("-32000");
    }

    [Fact]
    public async Task An_answer_may_be_100_MB()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.HugeAnswer(100_000_000));
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"core.ping"}""");
        (await client.ReadAsync())!.Length.Should().BeGreaterThan(100_000_000);
    }

    [Fact]
    public async Task An_answer_may_come_in_one_frame_a_second()
    {
        var simulator = Start();
        simulator.Faults.IdleLimit = Timeout.InfiniteTimeSpan;
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.Drip(TimeSpan.FromSeconds(1), bytesPerFrame: 30));
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"core.ping"}""");
        var answer = client.ReadAsync();
        await Clock.WhenArmedAsync();
        answer.IsCompleted.Should().BeFalse();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await answer).Should().Contain("pong");
    }

    [Fact]
    public async Task Ids_that_were_never_used_and_notifications_come_before_the_answer()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.InTurn(Ping, FaultAction.UnknownIdFirst, FaultAction.Flood(2));
        (await client.CallAsync(Ping))["id"]!.ToString().Should().Be("987654321");
        (await client.ReadAsync()).Should().Contain("never-asked");
        (await client.ReadAsync()).Should().Contain("pong");
        $"{(await client.CallAsync(Ping))["method"]}".Should().Be("collection_update");
    }

    [Fact]
    public async Task An_answer_may_break_off()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.CutInTheMiddle);
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"core.ping"}""");
        await FluentActions.Awaiting(client.ReadAsync).Should().ThrowAsync<System.Net.WebSockets.WebSocketException>();
        await simulator.WhenOpenSocketsAsync(0);
    }

    [Fact]
    public async Task A_handshake_may_be_redirected_or_answered_in_plain_HTTP()
    {
        var simulator = Start();
        simulator.Faults.OnHttp(path: null, HttpFault.ProxyPageWith(200));
        simulator.Faults.OnHttp(path: null, HttpFault.RedirectTo("http://nas.test/"), times: 1);
        using var http = new HttpClient(simulator.CreateHandler());
        (await http.GetAsync("https://nas.test/api/versions")).StatusCode.Should().Be(HttpStatusCode.Found);
        await FluentActions.Awaiting(() => ConnectAsync(simulator)).Should().ThrowAsync<WebSocketException>();
    }

    [Fact]
    public async Task A_simulator_serves_TLS_and_plain_HTTP_on_real_ports()
    {
        await using var simulator = await TrueNasSimulator.StartAsync(Small with { ServesPlainToo = true });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate!.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == simulator.Thumbprint.Replace(":", "", StringComparison.Ordinal);
        using var secure = await RpcClient.ConnectAsync(handler, new UriBuilder(simulator.Url) { Scheme = "wss", Path = "/api/current" }.Uri);
        (await secure.LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("SUCCESS");
        simulator.Faults.RefusalDelay = DelayRange.None;
        using var plainHandler = new SocketsHttpHandler();
        using var plain = await RpcClient.ConnectAsync(plainHandler, new UriBuilder(simulator.PlainUrl) { Scheme = "ws", Path = "/api/current" }.Uri);
        (await plain.LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("EXPIRED");
    }
}
