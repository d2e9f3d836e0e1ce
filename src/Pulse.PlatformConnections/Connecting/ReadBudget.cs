using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The bytes that the answers of one read may have together, so that no system can fill the memory of Pulse.</summary>
/// <param name="limits">Say how many.</param>
public sealed class ReadBudget(ReadLimits limits)
{
    private long _spent;

    /// <summary>The limits that a read keeps.</summary>
    public ReadLimits Limits => limits;

    /// <summary>A new read begins.</summary>
    public void Begin() => Interlocked.Exchange(ref _spent, 0);

    /// <exception cref="PlatformFailureException">The read is longer than allowed.</exception>
    internal void Spend(int bytes)
    {
        if (Interlocked.Add(ref _spent, bytes) > limits.Bytes)
        {
            throw ReadLimits.Exceeded(nameof(ReadLimits.Megabytes), limits.Megabytes, "MiB in one read");
        }
    }
}
