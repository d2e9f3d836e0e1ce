using System.Threading.RateLimiting;

namespace Pulse.Access.SignIn;

/// <summary>
/// Allows a number of attempts from the first one until the end of the window. The framework's own limiter gives the whole window in
/// Retry-After, even if little of the window is left.
/// </summary>
internal sealed class AttemptWindow(int permits, TimeSpan window, TimeProvider time) : RateLimiter
{
    private readonly Lock _lock = new();
    private long _openedAt;
    private int _used;

    /// <summary>The framework reads here when it may drop this limiter: not before the end of the window.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var rest = Rest();
                return rest > TimeSpan.Zero ? null : -rest;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var rest = Rest();
            if (rest <= TimeSpan.Zero)
            {
                (_openedAt, _used) = (time.GetTimestamp(), 0);
            }

            if (_used + permitCount > permits)
            {
                return new Lease(rest);
            }

            _used += permitCount;
            return new Lease(null);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    private TimeSpan Rest() => _used == 0 ? TimeSpan.Zero : window - time.GetElapsedTime(_openedAt);

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
