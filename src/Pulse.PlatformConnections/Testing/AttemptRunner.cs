using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections.Testing;

/// <summary>
/// Runs one attempt within its time limit and turns whatever happens into a value. Polls and tests both come here, so
/// that a green test and a red poll cannot disagree.
/// </summary>
internal sealed partial class AttemptRunner(ILoginGate logins, TimeProvider clock, ILogger<AttemptRunner> logger)
{
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; not thrown for the time limit.</exception>
    public async Task<AttemptResult> RunAsync(
        IPlatformSession session,
        PlatformDescriptor platform,
        ConnectionTarget target,
        AttemptPurpose purpose,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        var attempt = new Attempt(purpose, target, logins, clock);
        var started = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        Observed? observed = null;
        PlatformFailureException? failure = null;
        try
        {
            observed = await session.ReadAsync(attempt, either.Token);
        }
        catch (PlatformFailureException known)
        {
            // A provider may report the cancellation of its I/O as a failure of its own: the limit is the better answer.
            cancellationToken.ThrowIfCancellationRequested();
            failure = deadline.IsCancellationRequested ? new PlatformFailureException(FailureCategory.Timeout, known.Detail) : known;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = new PlatformFailureException(FailureCategory.Timeout);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // Its message may quote what the system answered, so only its type and place are logged.
            LogUnexpected(target.ConnectionId, attempt.CurrentStep, unexpected.GetType().FullName, unexpected.StackTrace);
            failure = new PlatformFailureException(FailureCategory.Unknown, unexpected.GetType().Name);
        }

        var described = failure is null ? null : FailureWords.Describe(failure, platform, target, attempt.CurrentStep);
        return new AttemptResult
        {
            Observed = observed,
            Failure = described,
            Steps = StepsOf(attempt, platform, described),
            Certificate = attempt.Certificate,
            DurationMs = (long)clock.GetElapsedTime(started).TotalMilliseconds,
            RetryAfter = failure?.RetryAfter,
            Hold = failure?.Hold,
        };
    }

    /// <summary>The result of an attempt that could not even begin.</summary>
    public static AttemptResult NotBegun(PlatformDescriptor platform, ConnectionTarget target, FailureCategory category) => new()
    {
        Observed = null,
        Failure = FailureWords.Describe(new PlatformFailureException(category), platform, target, step: null),
        Steps = [.. platform.Steps.Select(Skipped)],
        Certificate = null,
        DurationMs = 0,
    };

    /// <summary>The steps that were taken, the failed one in the words of its failure, and the ones that were not.</summary>
    private static List<TestStep> StepsOf(Attempt attempt, PlatformDescriptor platform, Failure? failure)
    {
        if (failure is null)
        {
            return [.. attempt.Steps];
        }

        var done = attempt.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        var taken = attempt.Steps.Select(step => step.Outcome != StepOutcome.Failed
            ? step
            : step with { Summary = failure.Message, Category = failure.Category, Remedy = failure.Remedy });
        return [.. taken, .. platform.Steps.Where(step => !done.Contains(step)).Select(Skipped)];
    }

    private static TestStep Skipped(string name) => new(name, StepOutcome.Skipped, 0, "Not tried, because a step before it failed.");

    [LoggerMessage(LogLevel.Error, "An attempt of connection {ConnectionId} ended in {ExceptionType} in step {Step}: a defect. {StackTrace}")]
    private partial void LogUnexpected(Guid? connectionId, string? step, string? exceptionType, string? stackTrace);
}
