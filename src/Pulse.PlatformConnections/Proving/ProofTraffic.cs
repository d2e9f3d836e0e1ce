namespace Pulse.PlatformConnections.Proving;

/// <summary>The requests of a proof.</summary>
/// <param name="Requests">All requests to the system.</param>
/// <param name="RequestsOfPolls">The requests of each of the polls that were counted.</param>
/// <param name="Checked">Exchanges that were compared with the vendor's documents.</param>
/// <param name="ByOperation">Requests by operation.</param>
/// <param name="Deviations">Differences from the vendor's documents.</param>
internal sealed record ProofTraffic(
    int Requests,
    IReadOnlyList<int> RequestsOfPolls,
    int Checked,
    IReadOnlyDictionary<string, int> ByOperation,
    IReadOnlyList<SeenDeviation> Deviations);
