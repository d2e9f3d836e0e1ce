namespace Pulse.Access.SignIn;

/// <summary>
/// The wall time of the start plus the time that has passed since. Lock-outs are measured by it: an administrator or a time
/// server who sets the clock of the machine neither lifts nor prolongs one.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _timestamp = time.GetTimestamp();

    public DateTimeOffset UtcNow => _start + time.GetElapsedTime(_timestamp);
}
