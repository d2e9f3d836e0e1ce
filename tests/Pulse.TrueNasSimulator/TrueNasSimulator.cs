using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation.TrueNas;

/// <summary>A TrueNAS on 127.0.0.1 that speaks the parts of its API that Pulse uses.</summary>
public sealed class TrueNasSimulator : IAsyncDisposable
{
    private readonly TrueNasState _state;
    private readonly SimulatorServer? _server;
    private bool _isDisposed;

    private TrueNasSimulator(TrueNasState state, SimulatorServer? server, SimulatorPorts ports)
    {
        _state = state;
        _server = server;
        (Port, PlainPort) = ports;
        Thumbprint = Options.Certificate is { } certificate ? ServerCertificate.ThumbprintOf(certificate) : "";
    }

    public int Port { get; }

    /// <summary>The port of plain HTTP beside HTTPS; 0 unless <see cref="TrueNasSimulatorOptions.ServesPlainToo"/> is set.</summary>
    public int PlainPort { get; }

    public Uri Url => new($"{(Options.UseHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://127.0.0.1:{Port}/");

    public Uri PlainUrl => new($"http://127.0.0.1:{(Options.UseHttps ? PlainPort : Port)}/");

    public X509Certificate2 Certificate => Options.Certificate!;

    /// <summary>The SHA-256 of the certificate, as upper-case pairs with colons between them; empty without one.</summary>
    public string Thumbprint { get; }

    /// <summary>As given, with the certificate in use.</summary>
    public TrueNasSimulatorOptions Options => _state.Options;

    public Inventory Inventory => _state.Inventory;

    public ApiKeys Keys => _state.Keys;

    public RateLimits RateLimits => _state.RateLimits;

    public FaultSwitches Faults => _state.Faults;

    public SimulatorCounters Counters => _state.Counters;

    public static async Task<TrueNasSimulator> StartAsync(TrueNasSimulatorOptions options, CancellationToken ct = default) =>
        (await StartManyAsync([options], ct))[0];

    /// <summary>A simulator without a port and a certificate, for very many connections; see <see cref="CreateHandler"/>.</summary>
    public static TrueNasSimulator WithoutServer(TrueNasSimulatorOptions options) => new(new(options), server: null, new(0, 0));

    /// <summary>
    /// Sends requests to this simulator without a connection. WebSockets work too:
    /// <c>ClientWebSocket.ConnectAsync(uri, new HttpMessageInvoker(handler), ct)</c>. The scheme of the address says whether the
    /// transport is secure.
    /// </summary>
    /// <param name="from">The address of the client; 127.0.0.1 if null.</param>
    public HttpMessageHandler CreateHandler(IPAddress? from = null) => new InProcessTransport(new(_state), from ?? IPAddress.Loopback);

    /// <summary>Starts simulators that share one web server; those without a certificate share one, too.</summary>
    public static async Task<IReadOnlyList<TrueNasSimulator>> StartManyAsync(IReadOnlyList<TrueNasSimulatorOptions> options, CancellationToken ct = default)
    {
        var shared = new Lazy<X509Certificate2>(() => ServerCertificate.Create("TrueNAS", TimeProvider.System));
        TrueNasState[] states = [.. options.Select(each => new TrueNasState(each with { Certificate = each.Certificate ?? shared.Value }))];
        var (server, ports) = await SimulatorServer.StartAsync(states, ct);
        return [.. states.Select((state, index) => new TrueNasSimulator(state, server, ports[index]))];
    }

    /// <summary>Completes when at most this many sockets are open.</summary>
    public Task WhenOpenSocketsAsync(int atMost) => _state.Sockets.WhenOpenAsync(atMost);

    /// <summary>Ends the sessions and leaves their sockets open: the next call is not authenticated.</summary>
    public void EndSessions() => _state.Sockets.EndSessions();

    /// <summary>Cuts all sockets, as a restart of the middleware does.</summary>
    public void CutSockets() => _state.Sockets.CutAll();

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        CutSockets();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
