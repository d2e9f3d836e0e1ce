namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Does not trust connections that were idle. A firewall may drop an idle connection without a notice, and a request over such a
/// connection is never answered. So after a pause, a repeatable first request gets a few seconds, and is then
/// repeated once on a new connection. A request that must not be repeated, such as a login, uses a new connection at once.
/// </summary>
/// <param name="create">Creates a pool without connections.</param>
/// <param name="clock">Measures the pause and the wait.</param>
internal sealed class IdleConnectionHandler(Func<HttpMessageHandler> create, TimeProvider clock) : HttpMessageHandler
{
    /// <summary>The idle time after which a connection is not trusted.</summary>
    public static readonly TimeSpan LongestTrusted = TimeSpan.FromSeconds(5);

    /// <summary>The time that the first request over an idle connection waits for the beginning of its answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private HttpMessageInvoker _pool = new(create());
    private long _usedAt = clock.GetTimestamp();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            if (clock.GetElapsedTime(Interlocked.Read(ref _usedAt)) <= LongestTrusted)
            {
                return await _pool.SendAsync(request, cancellationToken);
            }

            var isRepeatable = request.Options.TryGetValue(EndpointConnection.Repeatable, out var repeatable) && repeatable;
            if (isRepeatable && await TrySendAsync(request, cancellationToken) is { } response)
            {
                return response;
            }

            Renew();
            return await _pool.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Exchange(ref _usedAt, clock.GetTimestamp());
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pool.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>Null if no answer came over the idle connection.</returns>
    private async Task<HttpResponseMessage?> TrySendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _pool.SendAsync(request, either.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // The other connections of the pool were idle for the same time.
    private void Renew() => Interlocked.Exchange(ref _pool, new HttpMessageInvoker(create())).Dispose();
}
