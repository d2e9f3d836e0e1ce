using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>The product, version and identity of a server, which it gives without a login.</summary>
internal sealed record AboutInfo(string Name, string ApiType, string Version)
{
    public string? FullName { get; init; }

    public string? Build { get; init; }

    [JsonConverter(typeof(WireId))]
    public string? InstanceUuid { get; init; }
}
