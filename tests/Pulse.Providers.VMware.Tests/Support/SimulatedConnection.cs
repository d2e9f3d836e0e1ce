using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>A connection to a simulated vCenter. The real provider reads it.</summary>
internal sealed class SimulatedConnection : IAsyncDisposable
{
    private readonly VCenterSimulator _vcenter;
    private readonly IPlatformSession _session;

    public SimulatedConnection(VCenterSimulator vcenter, TestClock? clock = null)
    {
        _vcenter = vcenter;
        Clock = clock ?? RetryClock.Create();
        Target = TargetOf(vcenter);
        _session = new VCenterProvider(new EndpointConnector(Clock), Clock, Meters, new LoggerFactory([Log]).CreateLogger<VCenterProvider>())
            .CreateSession(Target);
    }

    public ConnectionTarget Target { get; }

    public static ConnectionTarget TargetOf(VCenterSimulator vcenter) => new()
    {
        ConnectionId = Guid.NewGuid(),
        Host = "127.0.0.1",
        Port = vcenter.Port,
        UseHttps = vcenter.Options.UseHttps,
        CertificateThumbprint = vcenter.Options.UseHttps ? CertificateThumbprint.Parse(vcenter.Thumbprint) : null,
        Texts = new Dictionary<string, string> { ["username"] = vcenter.Options.UserName },
        Secrets = new Dictionary<string, Secret> { ["password"] = new(vcenter.Options.Password) },
    };

    public TestClock Clock { get; }

    public TestMeters Meters { get; } = new();

    public LogCapture Log { get; } = new();

    public CountingGate Gate { get; } = new();

    public Attempt? LastAttempt { get; private set; }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    public Task<Observed> PollAsync(CancellationToken cancellationToken = default) => ReadAsync(AttemptPurpose.Poll, cancellationToken);

    public Task<Observed> ReadAsync(AttemptPurpose purpose, CancellationToken cancellationToken = default)
    {
        LastAttempt = new Attempt(purpose, Target, Gate, Clock);
        return _session.ReadAsync(LastAttempt, cancellationToken);
    }

    /// <summary>Polls, and returns the number of requests and of the bytes in the answers.</summary>
    public async Task<(Observed Observed, int Requests, long Bytes)> MeasureAsync()
    {
        var (requests, bytes) = (_vcenter.Requests.Total, _vcenter.Requests.BytesSent);
        var observed = await PollAsync();
        return (observed, _vcenter.Requests.Total - requests, _vcenter.Requests.BytesSent - bytes);
    }
}
