using Microsoft.Extensions.Logging.Abstractions;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Telemetry;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>A client that reaches a simulated vCenter without a network connection, for tests with many reads.</summary>
internal sealed class InProcessConnection : IDisposable
{
    private readonly TestMeters _meters = new();
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <param name="vcenter">The simulator.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="chunkSize">The number of bytes of an answer that arrive at once.</param>
    public InProcessConnection(VCenterSimulator vcenter, TimeProvider clock, int chunkSize = int.MaxValue)
    {
        _clock = clock;
        var handler = vcenter.CreateHandler();
        _http = new(chunkSize < int.MaxValue ? new TricklingHandler(handler, chunkSize) : handler) { BaseAddress = new("https://vcenter.test") };
        Target = new()
        {
            ConnectionId = Guid.NewGuid(),
            Host = "vcenter.test",
            Port = 443,
            Texts = new Dictionary<string, string> { ["username"] = vcenter.Options.UserName },
            Secrets = new Dictionary<string, Secret> { ["password"] = new(vcenter.Options.Password) },
        };
        var metrics = new ConnectionMetrics(new VCenterMetrics(_meters), Target.ConnectionId, clock);
        Client = new VCenterClient(
            new VCenterHttp(_http, new ReadBudget(new ReadLimits()), Target, ReadRetries.Pipeline(clock), metrics, clock),
            Target,
            clock,
            NullLogger.Instance);
    }

    public VCenterClient Client { get; }

    public ConnectionTarget Target { get; }

    public Task<Observed> PollAsync(CancellationToken cancellationToken = default) =>
        Client.ReadAsync(new Attempt(AttemptPurpose.Poll, Target, new CountingGate(), _clock), cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        _meters.Dispose();
    }
}
