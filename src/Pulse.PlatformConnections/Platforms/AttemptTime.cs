using System.Globalization;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// The time of one attempt, and the shares of its parts. A timeout by these limits names the limit: the
/// system may have answered all requests until then.
/// </summary>
/// <param name="purpose">A poll or a test.</param>
/// <param name="limit">The time limit of the attempt; null for none.</param>
/// <param name="clock">Measures the time, from now on.</param>
internal sealed class AttemptTime(AttemptPurpose purpose, TimeSpan? limit, TimeProvider clock)
{
    // The steps that a poll takes too may use two thirds of the time of a test: with the default settings as much as in a poll.
    private const double PartForReads = 2.0 / 3;

    // More than any limit, and not more than a timer accepts.
    private static readonly TimeSpan Unlimited = TimeSpan.FromDays(1);

    private readonly long _began = clock.GetTimestamp();

    /// <summary>The time that is left for the reads that a poll needs.</summary>
    public TimeSpan LeftForReads => LeftOf(purpose == AttemptPurpose.Test ? limit * PartForReads : limit);

    /// <summary>The share of one step that only a test takes: half of the rest, so that the last step still gets some time.</summary>
    public TimeSpan ShareOfStep => LeftOf(limit) / 2;

    /// <summary>The share of a test's own work within a step that a poll takes too.</summary>
    public TimeSpan ShareOfReads => LeftForReads / 3;

    /// <summary>Runs a part of a test within its share.</summary>
    /// <exception cref="PlatformFailureException">The part takes longer: a <see cref="FailureCategory.Timeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public async Task WithinAsync(TimeSpan share, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var ending = new CancellationTokenSource(share, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);
        try
        {
            await run(either.Token);
        }
        catch (Exception cut) when (ending.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            && cut is OperationCanceledException or PlatformFailureException)
        {
            throw new PlatformFailureException(FailureCategory.Timeout)
            {
                Sentence = $"Cut after {InSeconds(share)}, its share of the {InSeconds(limit ?? share)} that a test may take. Polls do without it.",
                Remedy = $"Test again at another time, or raise {TestOptions.Section}:{nameof(TestOptions.TimeoutSeconds)}.",
            };
        }
    }

    private TimeSpan LeftOf(TimeSpan? part) => part is not { } whole ? Unlimited
        : whole - clock.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;

    /// <summary>A time in words, to a tenth of a second.</summary>
    public static string InSeconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
}
