using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>What a connection contributes to the monitoring, whatever its platform.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ContributionKind>))]
public enum ContributionKind
{
    /// <summary>Hosts.</summary>
    Agent,

    /// <summary>Virtual machines.</summary>
    Vm,

    /// <summary>Datastores, pools or volumes.</summary>
    Storage,
}
