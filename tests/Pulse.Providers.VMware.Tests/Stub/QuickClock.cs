namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>
/// The system's clock, which can be put forward, but the waits between retries are over at once, and all others too when
/// told so.
/// </summary>
internal sealed class QuickClock : TimeProvider
{
    private static readonly TimeSpan LongestWaitForARetry = TimeSpan.FromSeconds(1.5);

    private long _forward;

    public bool EndsEveryWait { get; set; }

    private TimeSpan Forward => TimeSpan.FromTicks(Volatile.Read(ref _forward));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _forward, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Forward;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Forward.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, EndsEveryWait || dueTime <= LongestWaitForARetry ? Min(dueTime, TimeSpan.Zero) : dueTime, period);

    // A timer without a due time stays one.
    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
