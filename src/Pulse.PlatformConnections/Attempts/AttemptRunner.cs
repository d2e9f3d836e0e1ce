using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// Runs one attempt within its time limit and turns every outcome into a value. Polls and tests both use this class, so
/// that a successful test and a failing poll cannot contradict each other.
/// </summary>
internal sealed partial class AttemptRunner(
    ILoginGate logins, AttemptLimits limits, TimeProvider clock, ILogger<AttemptRunner> logger, ReportedNameLog? mentions = null)
{
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; not thrown for the time limit.</exception>
    public async Task<AttemptResult> RunAsync(IPlatformSession session, AttemptOrder order, CancellationToken cancellationToken)
    {
        var (platform, target, purpose) = order;
        var limit = limits.TimeOf(purpose);
        var attempt = new Attempt(purpose, target, logins, clock, limit)
        {
            Abandoned = cancellationToken,
            StepEnded = order.StepEnded,
        };
        var started = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        Observed? observed = null;
        PlatformFailureException? failure = null;
        try
        {
            observed = Bounded(platform.OnlyDeclared(await session.ReadAsync(attempt, either.Token)));
        }
        catch (PlatformFailureException known)
        {
            // A provider may report the cancellation of its I/O as its own failure: the time limit is the better explanation.
            cancellationToken.ThrowIfCancellationRequested();
            failure = deadline.IsCancellationRequested ? FailureWords.Cut(purpose, limit, target, known.Detail) : known;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = deadline.IsCancellationRequested ? FailureWords.Cut(purpose, limit, target) : new(FailureCategory.Timeout);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // The message may quote an answer of the system, so Pulse logs only the type and the place.
            LogUnexpected(target.ConnectionId, attempt.CurrentStep, unexpected.GetType().FullName, unexpected.StackTrace);
            failure = Defect(unexpected);
        }

        var described = failure is null ? null : FailureWords.Describe(failure, platform, target, attempt.CurrentStep);
        var steps = StepsOf(attempt, platform, target, described);
        mentions?.Add(attempt.ReportedNames);
        return new AttemptResult
        {
            Observed = CertificateExpiry.Note(
                DeniedReads.Note(PartialRead.Note(observed, attempt.Progress), steps, platform), attempt.Certificate, target, clock.GetUtcNow()),
            IsPartial = attempt.Progress is not null,
            WasCut = failure is null
                ? steps.Exists(step => step is { Outcome: StepOutcome.Warning or StepOutcome.Failed, Category: FailureCategory.Timeout })
                : deadline.IsCancellationRequested,
            Failure = described,
            Steps = steps,
            MissedReads = attempt.Missed.Keys.Any(platform.IsOptional),
            Certificate = attempt.Certificate,
            ReportedNames = attempt.ReportedNames,
            SystemId = observed?.SystemId ?? attempt.SystemId,
            FormerSystemId = (failure as OtherSystemException)?.FormerId,
            DurationMs = (long)clock.GetElapsedTime(started).TotalMilliseconds,
            RetryAfter = failure?.RetryAfter,
            Hold = failure?.Hold,
        };
    }

    /// <summary>The result of an attempt that could not start.</summary>
    public static AttemptResult NotBegun(PlatformDescriptor platform, ConnectionTarget target, FailureCategory category) => new()
    {
        Observed = null,
        Failure = FailureWords.Describe(new PlatformFailureException(category), platform, target, step: null),
        Steps = [.. platform.AllSteps.Select(Skipped)],
        Certificate = null,
        DurationMs = 0,
    };

    /// <summary>The steps that ran, the failed ones with the words of their failures, and the skipped ones.</summary>
    private List<TestStep> StepsOf(Attempt attempt, PlatformDescriptor platform, ConnectionTarget target, Failure? failure)
    {
        var taken = attempt.Steps.Select(step => step switch
        {
            { Outcome: not StepOutcome.Failed } => step,
            _ when attempt.Missed.TryGetValue(step.Name, out var missed) => Missed(step, missed, platform, target),
            _ when failure is not null => InWords(step, failure),
            _ => step,
        });
        var done = attempt.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        return [.. taken, .. failure is null ? [] : platform.AllSteps.Where(step => !done.Contains(step.Name)).Select(Skipped)];
    }

    /// <summary>
    /// A check of a test that failed: a warning if an administrator can allow the read, if Pulse itself cut the step, or if the
    /// reads lose nothing.
    /// </summary>
    private TestStep Missed(TestStep step, Exception missed, PlatformDescriptor platform, ConnectionTarget target)
    {
        if (missed is not (PlatformFailureException or OperationCanceledException))
        {
            LogUnexpected(target.ConnectionId, step.Name, missed.GetType().FullName, missed.StackTrace);
        }

        var known = missed switch
        {
            PlatformFailureException failure => failure,
            OperationCanceledException => new PlatformFailureException(FailureCategory.Timeout),
            _ => Defect(missed),
        };
        var described = InWords(step, FailureWords.Describe(known, platform, target, step.Name));
        return (step.Summary == Attempt.NothingSaid ? described : described with { Summary = $"{step.Summary}. {described.Summary}" }) with
        {
            Outcome = known.Category is FailureCategory.PermissionDenied or FailureCategory.Timeout || !platform.IsOptional(step.Name)
                ? StepOutcome.Warning
                : step.Outcome,
        };
    }

    /// <summary>One more issue counts the issues beyond the limit: dropping the whole read because of them would lose more.</summary>
    private Observed Bounded(Observed observed)
    {
        var most = limits.Issues;
        return observed.Issues.Count <= most ? observed : observed with
        {
            Issues =
            [
                .. observed.Issues.Take(most),
                new(FailureCategory.Protocol, $"{observed.Issues.Count - most} more issues are not shown: {ReadLimits.Section}:Issues is {most}.", observed.Issues.Count - most, []),
            ],
        };
    }

    private static TestStep InWords(TestStep step, Failure failure) =>
        step with { Summary = failure.Message, Category = failure.Category, Remedy = failure.Remedy };

    private static PlatformFailureException Defect(Exception unexpected) => new(FailureCategory.Unknown, unexpected.GetType().Name);

    private static TestStep Skipped(PlatformStep step) => new(step.Name, StepOutcome.Skipped, 0, "Not tried, because a step before it failed.");

    [LoggerMessage(LogLevel.Error, "An attempt of connection {ConnectionId} ended in {ExceptionType} in step {Step}: a defect. {StackTrace}")]
    private partial void LogUnexpected(Guid? connectionId, string? step, string? exceptionType, string? stackTrace);
}
