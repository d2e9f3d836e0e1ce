using System.Text.Json;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class HostileTests : SimulatorTest
{
    private const string Ping = "core.ping";
    private const string Request = """{"jsonrpc":"2.0","id":1,"method":"core.ping"}""";

    [Fact]
    public async Task Deep_JSON_is_deeper_than_a_parser_should_follow()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.DeepJson(10_000));
        await client.SendAsync(Request);
        (await client.ReadAsync()).Should().Contain(new string('[', 10_000));
    }

    [Fact]
    public async Task Invalid_JSON_is_half_of_the_real_answer()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.InvalidJson);
        await FluentActions.Awaiting(() => client.ExchangeAsync(Request)).Should().ThrowAsync<JsonException>();
    }

    [Fact]
    public async Task A_silent_call_leaves_the_socket_usable_and_a_silent_socket_does_not()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.InTurn(Ping, FaultAction.Silence);
        await client.SendAsync("""{"jsonrpc":"2.0","id":"silent","method":"core.ping"}""");
        ((string?)(await client.ExchangeAsync(Request))["result"]).Should().Be("pong");

        simulator.Faults.InTurn(Ping, FaultAction.SocketGoesSilent);
        await client.SendAsync("""{"jsonrpc":"2.0","id":"last","method":"core.ping"}""");
        var sent = simulator.Counters.BytesSent;
        var answer = client.CallAsync(Ping);
        await Pulse.Testing.Eventually.UntilAsync(() => simulator.Counters.CallsOf(Ping) == 4);
        answer.IsCompleted.Should().BeFalse();
        simulator.Counters.BytesSent.Should().Be(sent);
        simulator.CutSockets();
        await FluentActions.Awaiting(() => answer).Should().ThrowAsync<System.Net.WebSockets.WebSocketException>();
    }

    [Fact]
    public async Task An_endless_answer_goes_on_until_the_client_goes()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        simulator.Faults.On(Ping, FaultAction.EndlessAnswer);
        await client.SendAsync(Request);
        _ = client.ReadAsync().ContinueWith(read => read.Exception, TaskScheduler.Default);
        await Pulse.Testing.Eventually.UntilAsync(() => simulator.Counters.BytesSent > 10_000_000);
        client.Dispose();
        await simulator.WhenOpenSocketsAsync(0);
    }
}
