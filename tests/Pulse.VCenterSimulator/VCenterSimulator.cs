using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation;

/// <summary>A vCenter on 127.0.0.1 that speaks the parts of both API families that Pulse uses.</summary>
public sealed class VCenterSimulator : IAsyncDisposable
{
    private readonly VCenterState _state;
    private readonly SimulatorServer? _server;
    private bool _isDisposed;

    private VCenterSimulator(VCenterState state, SimulatorServer? server = null, int port = 0)
    {
        _state = state;
        _server = server;
        Port = port;
        Thumbprint = Options.Certificate is { } certificate ? ServerCertificate.ThumbprintOf(certificate) : "";
    }

    public int Port { get; }

    public Uri Url => new($"{(Options.UseHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://127.0.0.1:{Port}/");

    public X509Certificate2 Certificate => Options.Certificate!;

    /// <summary>The SHA-256 of the certificate, as upper-case pairs with colons between them; empty without one.</summary>
    public string Thumbprint { get; }

    /// <summary>The given options, with the certificate in use.</summary>
    public VCenterSimulatorOptions Options => _state.Options;

    public Inventory Inventory => _state.Inventory;

    public SessionTable Sessions => _state.Sessions;

    public LoginLedger Logins => _state.Logins;

    public FaultSwitches Faults => _state.Faults;

    public RequestLog Requests => _state.Requests;

    public static async Task<VCenterSimulator> StartAsync(VCenterSimulatorOptions options, CancellationToken ct = default) =>
        (await StartManyAsync([options], ct))[0];

    /// <summary>A simulator without a port and a certificate, for very many requests; see <see cref="CreateHandler"/>.</summary>
    public static VCenterSimulator WithoutServer(VCenterSimulatorOptions options) => new(new(options));

    /// <summary>Sends requests to this simulator without a connection.</summary>
    public HttpMessageHandler CreateHandler() => new InProcessTransport(new(_state));

    /// <summary>Starts simulators that share one web server. Those without a certificate share one certificate, too.</summary>
    public static async Task<IReadOnlyList<VCenterSimulator>> StartManyAsync(IReadOnlyList<VCenterSimulatorOptions> options, CancellationToken ct = default)
    {
        var shared = new Lazy<X509Certificate2>(() => ServerCertificate.Create("vCenter", TimeProvider.System));
        VCenterState[] states = [.. options.Select(each => new VCenterState(each with { Certificate = each.Certificate ?? shared.Value }))];
        var (server, ports) = await SimulatorServer.StartAsync(states, ct);
        return [.. states.Select((state, index) => new VCenterSimulator(state, server, ports[index]))];
    }

    /// <exception cref="ContractException">In a test program: an exchange deviates from the vendor's documentation.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _state.Watch?.ThrowIfDeviated();
    }
}
