using Microsoft.Extensions.Logging;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware;

/// <summary>Connects to one vCenter for one connection, and ends what it holds there on every way out.</summary>
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
            _connection?.Budget.Begin();
            _client ??= await ConnectAsync(attempt, cancellationToken);
            return await _client.ReadAsync(attempt, cancellationToken);
        }
        catch (Exception error) when (_client?.MayHoldOn(error) != true)
        {
            await EndAsync();
            throw;
        }
        finally
        {
            attempt.Certificate ??= _connection?.Certificate;
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
