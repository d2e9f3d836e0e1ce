using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>What a proof found, for people and programs. All names in it are replaced; it holds no secret.</summary>
internal sealed record ProofRecord
{
    /// <summary>The version of this form. A member that is added leaves it; one that is removed or changes its meaning raises it.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long DurationMs { get; init; }

    /// <summary>What the administrator calls the system.</summary>
    public required string Alias { get; init; }

    public required string PulseVersion { get; init; }

    public required ProofEnd End { get; init; }

    /// <summary>Why the proof ended before all was asked; null when all was asked.</summary>
    public required Failure? Failure { get; init; }

    /// <summary>The system; null when it was not learnt.</summary>
    public required ProvenSystem? System { get; init; }

    public required IReadOnlyList<ProofAnswer> Rows { get; init; }

    /// <summary>The steps of the draft test.</summary>
    public required IReadOnlyList<TestStep> Steps { get; init; }

    public required ProofTraffic Traffic { get; init; }
}
