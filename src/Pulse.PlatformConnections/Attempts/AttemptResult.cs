using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>The result of an attempt: a value in every case, so that one bad system cannot stop the poll of another.</summary>
internal sealed record AttemptResult
{
    public required Observed? Observed { get; init; }

    public required Failure? Failure { get; init; }

    public required IReadOnlyList<TestStep> Steps { get; init; }

    public required CertificateSeen? Certificate { get; init; }

    public required long DurationMs { get; init; }

    /// <summary>Whether the attempt was a test that could not read something that a poll does not need.</summary>
    public bool MissedReads { get; init; }

    /// <summary>Whether a time limit of Pulse cut the attempt or, in a test, a step that a poll does not need.</summary>
    public bool WasCut { get; init; }

    /// <summary>Whether the read is not complete, so that its counts are those so far.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The id of the former system, if another system answers and got no secret; otherwise null.</summary>
    public string? FormerSystemId { get; init; }

    /// <summary>The id of the system that answered, if it is known.</summary>
    public string? SystemId { get; init; }

    /// <summary>The names in the sentences of the steps.</summary>
    public IReadOnlyList<ReportedName> ReportedNames { get; init; } = [];

    /// <summary>The time until which the system wants no request.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The hold after a refused login; null if no login was refused or held.</summary>
    public LoginHold? Hold { get; init; }

    public AttemptOutcome Outcome => this switch
    {
        { Failure: not null } => AttemptOutcome.Failing,
        { Observed.Complete: false } or { MissedReads: true } or { WasCut: true } => AttemptOutcome.Degraded,
        _ => AttemptOutcome.Healthy,
    };
}
