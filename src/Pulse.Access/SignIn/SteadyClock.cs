namespace Pulse.Access.SignIn;

/// <summary>
/// The wall time of the start plus the time that has passed since. Lock-outs are measured by this clock, so that setting the clock of
/// the machine neither ends nor prolongs them.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _timestamp = time.GetTimestamp();

    public DateTimeOffset UtcNow => _start + time.GetElapsedTime(_timestamp);
}
