using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>What a server says about itself before any login.</summary>
internal sealed record AboutInfo(string Name, string ApiType, string Version)
{
    public string? FullName { get; init; }

    public string? Build { get; init; }

    [JsonConverter(typeof(WireId))]
    public string? InstanceUuid { get; init; }
}
