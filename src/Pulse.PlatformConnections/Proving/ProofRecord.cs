using Pulse.PlatformConnections.Testing;

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

/// <summary>The system that was proven.</summary>
/// <param name="Platform">The key of the platform.</param>
/// <param name="Product">As the system calls itself.</param>
/// <param name="Version">The product version.</param>
/// <param name="Build">The build.</param>
/// <param name="Details">What the platform tells beside it.</param>
internal sealed record ProvenSystem(
    string Platform, string Product, string Version, string? Build, IReadOnlyDictionary<string, string> Details);

/// <summary>What went over the wire.</summary>
/// <param name="Requests">All requests to the system.</param>
/// <param name="RequestsOfPolls">The requests of each of the polls that were counted.</param>
/// <param name="Checked">Exchanges that were compared with what the vendor documents.</param>
/// <param name="ByOperation">Requests by operation.</param>
/// <param name="Deviations">What was not as documented.</param>
internal sealed record ProofTraffic(
    int Requests,
    IReadOnlyList<int> RequestsOfPolls,
    int Checked,
    IReadOnlyDictionary<string, int> ByOperation,
    IReadOnlyList<SeenDeviation> Deviations);

/// <summary>A deviation and how often it was seen.</summary>
internal sealed record SeenDeviation(string Operation, string Place, string Text, string? KnownReason, int Times);
