using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>A login in VI JSON. The key is not the token.</summary>
internal sealed record UserSession
{
    [JsonConverter(typeof(WireId))]
    public string? Key { get; init; }

    public string? UserName { get; init; }
}
