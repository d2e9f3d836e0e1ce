using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>How an attempt ended: a value, whatever happened, so that one bad system cannot sink another's poll.</summary>
internal sealed record AttemptResult
{
    public required Observed? Observed { get; init; }

    public required Failure? Failure { get; init; }

    public required IReadOnlyList<TestStep> Steps { get; init; }

    public required CertificateSeen? Certificate { get; init; }

    public required long DurationMs { get; init; }

    /// <summary>Whether the attempt was a test that could not read something that a poll does without.</summary>
    public bool MissedReads { get; init; }

    /// <summary>Whether a time limit of Pulse cut the attempt or, in a test, a step that a poll does without.</summary>
    public bool WasCut { get; init; }

    /// <summary>Whether the read did not come to its end, so that its counts are those so far.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What identified the system before, when another one answers that got no secret; else null.</summary>
    public string? FormerSystemId { get; init; }

    /// <summary>What identifies the system that answered, as far as it was learnt.</summary>
    public string? SystemId { get; init; }

    /// <summary>The names that the steps speak of.</summary>
    public IReadOnlyList<ReportedName> ReportedNames { get; init; } = [];

    /// <summary>When the system asks to be left alone until.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the refused login means for the next one; null when no login was refused or held.</summary>
    public LoginHold? Hold { get; init; }

    public AttemptOutcome Outcome => this switch
    {
        { Failure: not null } => AttemptOutcome.Failing,
        { Observed.Complete: false } or { MissedReads: true } or { WasCut: true } => AttemptOutcome.Degraded,
        _ => AttemptOutcome.Healthy,
    };
}
