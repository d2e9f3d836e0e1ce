using Microsoft.Extensions.Logging;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware;

/// <summary>Connects to the vCenter of one connection, and always ends its sessions there.</summary>
internal sealed class VCenterSession(
    ConnectionTarget target,
    EndpointConnector connector,
    ResiliencePipeline reads,
    VCenterMetrics metrics,
    TimeProvider clock,
    ILogger logger) : IPlatformSession
{
    private EndpointConnection? _connection;
    private VCenterClient? _client;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            _client ??= await ConnectAsync(attempt, cancellationToken);
            return await _client.ReadAsync(attempt, cancellationToken);
        }
        catch (Exception error) when (_client?.KeepsSessionsAfter(error) != true)
        {
            await EndAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task<VCenterClient> ConnectAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        _connection = await connector.ConnectAsync(target, attempt, cancellationToken);
        var http = new VCenterHttp(
            _connection.Http, _connection.Budget, target, reads, new ConnectionMetrics(metrics, target.ConnectionId, clock), clock);
        return new VCenterClient(http, target, clock, logger);
    }

    private async Task EndAsync()
    {
        if (_client is not null)
        {
            await _client.EndAsync();
            _client = null;
        }

        _connection?.Dispose();
        _connection = null;
    }
}
