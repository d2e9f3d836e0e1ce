using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>The identity that a box gives without a key.</summary>
internal sealed record BoxAbout
{
    [JsonRequired]
    public string Serial { get; init => field = SystemText.Id(value); } = "";

    [JsonRequired]
    public string Version { get; init; } = "";
}
