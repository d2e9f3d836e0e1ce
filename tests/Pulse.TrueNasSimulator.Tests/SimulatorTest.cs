using Pulse.Testing;

namespace Pulse.Simulation.TrueNas.Tests;

/// <summary>Simulators on a test clock without the waits of refusals, and clients on them.</summary>
public abstract class SimulatorTest : IAsyncDisposable
{
    private readonly List<TrueNasSimulator> _simulators = [];
    private readonly List<RpcClient> _clients = [];

    private protected TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    private protected TrueNasSimulatorOptions Small => new() { TimeProvider = Clock };

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (var simulator in _simulators)
        {
            await simulator.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected TrueNasSimulator Start(TrueNasSimulatorOptions? options = null)
    {
        var simulator = TrueNasSimulator.WithoutServer(options ?? Small);
        simulator.Faults.RefusalDelay = DelayRange.None;
        _simulators.Add(simulator);
        return simulator;
    }

    private protected async Task<RpcClient> ConnectAsync(TrueNasSimulator simulator, string uri = "wss://nas.test/api/current")
    {
        var client = await RpcClient.ConnectAsync(simulator.CreateHandler(), new Uri(uri));
        _clients.Add(client);
        return client;
    }

    private protected async Task<RpcClient> LoggedInAsync(TrueNasSimulator simulator)
    {
        var client = await ConnectAsync(simulator);
        (await client.LoginAsync(simulator.Options.UserName, simulator.Keys.First.Text)).Should().Be("SUCCESS");
        return client;
    }
}
