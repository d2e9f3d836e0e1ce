using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>
/// What a platform has to prove on a live system beyond what Pulse proves for every platform. Registered beside its
/// <see cref="IPlatformProvider"/>; a platform can do without.
/// </summary>
public interface IPlatformProof
{
    /// <summary>The key of the platform.</summary>
    string Platform { get; }

    /// <summary>The rows that it answers, in the order of a record.</summary>
    IReadOnlyList<ProofRow> Rows { get; }

    /// <summary>Begins the proof of one system. Does no I/O.</summary>
    ISystemProof Begin(ConnectionTarget target);
}
