using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>What a box says first, before anybody opens it.</summary>
internal sealed record BoxGreeting
{
    [JsonRequired]
    public string Serial { get; init => field = SystemText.Id(value); } = "";

    [JsonRequired]
    public string Version { get; init; } = "";
}
