using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>Tests that read a stub through the provider as it is shipped.</summary>
public abstract class VCenterTests : IAsyncLifetime
{
    private protected VCenterStub VCenter { get; private set; } = null!;

    private protected IPlatformSession Session { get; private set; } = null!;

    private protected CountingGate Gate { get; } = new();

    private protected TestClock Clock { get; } = RetryClock.Create();

    private protected TestMeters Meters { get; } = new();

    private protected LogCapture Log { get; } = new();

    /// <summary>How long an attempt may take; null for as long as it takes.</summary>
    private protected TimeSpan? Limit { get; set; }

    private protected Attempt LastAttempt { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        VCenter = await VCenterStub.StartAsync();
        var logger = new LoggerFactory([Log]).CreateLogger<VCenterProvider>();
        Session = new VCenterProvider(new EndpointConnector(Clock), Clock, Meters, logger).CreateSession(VCenter.Target);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await VCenter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<Observed> PollAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(AttemptPurpose.Poll, cancellationToken);

    private protected Task<Observed> ReadAsync(AttemptPurpose purpose, CancellationToken cancellationToken = default)
    {
        LastAttempt = new Attempt(purpose, VCenter.Target, Gate, Clock, Limit);
        return Session.ReadAsync(LastAttempt, cancellationToken);
    }

    private protected async Task<PlatformFailureException> FailureAsync() =>
        (await this.Awaiting(test => test.PollAsync()).Should().ThrowAsync<PlatformFailureException>()).Which;
}
