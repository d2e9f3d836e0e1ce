using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware;

/// <summary>Provides VMware vCenter to Pulse.</summary>
internal sealed class VCenterProvider(
    EndpointConnector connector, TimeProvider clock, IMeterFactory meters, ILogger<VCenterProvider> logger) : IPlatformProvider
{
    private readonly VCenterMetrics _metrics = new(meters);
    private readonly ResiliencePipeline _reads = ReadRetries.Pipeline(clock);

    public PlatformDescriptor Platform { get; } = VCenterDeclaration.Platform;

    public IPlatformSession CreateSession(ConnectionTarget target) =>
        new VCenterSession(target, connector, _reads, _metrics, clock, logger);
}
