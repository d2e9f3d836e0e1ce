using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The record of a proof, for people and programs. All names in it are replaced; it holds no secret.</summary>
internal sealed record ProofRecord
{
    /// <summary>The version of the record's form. A new member does not change it; removing a member or changing its meaning raises it.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long DurationMs { get; init; }

    /// <summary>The administrator's name for the system.</summary>
    public required string Alias { get; init; }

    public required string PulseVersion { get; init; }

    public required ProofEnd End { get; init; }

    /// <summary>The reason why the proof ended early; null if every row was asked.</summary>
    public required Failure? Failure { get; init; }

    /// <summary>The system; null if it is not known.</summary>
    public required ProvenSystem? System { get; init; }

    public required IReadOnlyList<ProofAnswer> Rows { get; init; }

    /// <summary>The steps of the draft test.</summary>
    public required IReadOnlyList<TestStep> Steps { get; init; }

    public required ProofTraffic Traffic { get; init; }
}
