using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The kinds of objects that connections contribute to the monitoring, the same for all platforms.</summary>
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
