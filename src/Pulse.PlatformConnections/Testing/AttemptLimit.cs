using System.Globalization;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections.Testing;

/// <summary>
/// Says what was cut by a limit of Pulse itself, and at which one: the system may have answered everything that it was
/// asked until then.
/// </summary>
internal static class AttemptLimit
{
    /// <summary>A step that only a test takes needed more than its share of the time.</summary>
    /// <param name="share">What it had.</param>
    /// <param name="limit">The time limit of the test.</param>
    public static PlatformFailureException StepWasCut(TimeSpan share, TimeSpan? limit) => new(FailureCategory.Timeout)
    {
        Sentence = $"Cut after {Seconds(share)}, its share of the {Seconds(limit ?? share)} that a test may take. Polls do without it.",
        Remedy = $"Test again at another time, or raise {TestOptions.Section}:{nameof(TestOptions.TimeoutSeconds)}.",
    };

    /// <summary>The whole attempt needed more than its time.</summary>
    public static PlatformFailureException AttemptWasCut(AttemptPurpose purpose, TimeSpan limit, ConnectionTarget target, string? detail = null)
    {
        var (what, setting) = purpose == AttemptPurpose.Poll
            ? ("poll", $"{PollingOptions.Section}:{nameof(PollingOptions.TimeoutSeconds)}")
            : ("test", $"{TestOptions.Section}:{nameof(TestOptions.TimeoutSeconds)}");
        return new(FailureCategory.Timeout, detail)
        {
            Sentence = $"Reading {target.ShownEndpoint} was cut after {Seconds(limit)}, the time that a {what} may take.",
            Remedy = $"Check the load of the system and the network between, or raise {setting}.{FailureWords.Again(target)}",
        };
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
}
