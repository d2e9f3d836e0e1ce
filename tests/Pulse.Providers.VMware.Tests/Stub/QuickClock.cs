namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>The system's clock, but the waits between retries are over at once, and all others too when told so.</summary>
internal sealed class QuickClock : TimeProvider
{
    private static readonly TimeSpan LongestWaitForARetry = TimeSpan.FromSeconds(4);

    public bool EndsEveryWait { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, EndsEveryWait || dueTime <= LongestWaitForARetry ? Min(dueTime, TimeSpan.Zero) : dueTime, period);

    // A timer without a due time stays one.
    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
