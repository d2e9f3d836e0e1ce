using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The bytes of all answers of one read together, limited so that no system can fill the memory of Pulse.</summary>
/// <param name="limits">The limits.</param>
public sealed class ReadBudget(ReadLimits limits)
{
    private long _spent;

    /// <summary>The limits of a read.</summary>
    public ReadLimits Limits => limits;

    /// <summary>Begins a new read.</summary>
    public void Begin() => Interlocked.Exchange(ref _spent, 0);

    /// <exception cref="PlatformFailureException">The read exceeds the limit.</exception>
    internal void Spend(int bytes)
    {
        if (Interlocked.Add(ref _spent, bytes) > limits.Bytes)
        {
            throw ReadLimits.Exceeded(nameof(ReadLimits.Megabytes), limits.Megabytes, "MiB in one read");
        }
    }
}
