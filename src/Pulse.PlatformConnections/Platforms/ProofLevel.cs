using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The level of a proof.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProofLevel>))]
public enum ProofLevel
{
    /// <summary>At most, the vendor documents the fact.</summary>
    DocumentedOnly,

    /// <summary>Tests show the fact with a simulated system.</summary>
    Simulated,

    /// <summary>A record of a real system shows the fact.</summary>
    Proven,
}
