using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// A first read that needs more time than one attempt has. The session keeps the objects that were read, and each poll continues from
/// there, so that the read completes however large the system is.
/// </summary>
internal static class PartialRead
{
    /// <summary>The data so far, with an issue that shows the progress.</summary>
    public static Observed? Note(Observed? observed, string? progress) => observed is null || progress is null ? observed : observed with
    {
        Issues =
        [
            new ObservedIssue(FailureCategory.Timeout, $"The first read is under way: {progress}. The next poll continues from there.", 0, []),
            .. observed.Issues,
        ],
    };

    /// <summary>
    /// The data to show: the earlier data, as long as the read has less. So no objects seem to vanish
    /// after a restart.
    /// </summary>
    public static Observed Merge(Observed? before, Observed partial) =>
        before is not null && SizeOf(before) > SizeOf(partial) ? before with { Issues = partial.Issues } : partial;

    private static long SizeOf(Observed observed) =>
        (long)(observed.AgentCount ?? 0) + (observed.VmCount ?? 0) + (observed.StorageCount ?? 0);
}
