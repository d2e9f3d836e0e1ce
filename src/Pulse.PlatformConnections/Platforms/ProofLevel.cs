using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>How far something is proven.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProofLevel>))]
public enum ProofLevel
{
    /// <summary>Documented by the vendor at most.</summary>
    DocumentedOnly,

    /// <summary>Tests show it against a simulated system.</summary>
    Simulated,

    /// <summary>A record shows it on a real system.</summary>
    Proven,
}
