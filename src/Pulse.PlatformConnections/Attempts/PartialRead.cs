using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// A first read that needs more time than one attempt has. What it read is kept by the session, and each poll goes on from
/// there, so that it comes to its end however large the system is.
/// </summary>
internal static class PartialRead
{
    /// <summary>What was read so far, with an issue that tells the progress.</summary>
    public static Observed? Note(Observed? observed, string? progress) => observed is null || progress is null ? observed : observed with
    {
        Issues =
        [
            new ObservedIssue(FailureCategory.Timeout, $"The first read is under way: {progress}. The next poll goes on from there.", 0, []),
            .. observed.Issues,
        ],
    };

    /// <summary>
    /// What to show: as long as a read has less than what is known already, what is known. So nothing seems to have vanished
    /// after a restart.
    /// </summary>
    public static Observed Merge(Observed? before, Observed partial) =>
        before is not null && SizeOf(before) > SizeOf(partial) ? before with { Issues = partial.Issues } : partial;

    private static long SizeOf(Observed observed) => (long)observed.AgentCount + observed.VmCount + observed.StorageCount;
}
