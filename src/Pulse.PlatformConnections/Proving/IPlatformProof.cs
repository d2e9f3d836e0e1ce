using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>
/// The platform's own part of a proof, in addition to the part for every platform. Registered next to its
/// <see cref="IPlatformProvider"/>; optional.
/// </summary>
public interface IPlatformProof
{
    /// <summary>The key of the platform.</summary>
    string Platform { get; }

    /// <summary>The rows that the platform answers, in the order of a record.</summary>
    IReadOnlyList<ProofRow> Rows { get; }

    /// <summary>Begins the proof of one system. Does no I/O.</summary>
    ISystemProof Begin(ConnectionTarget target);
}
