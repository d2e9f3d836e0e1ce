using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.Providers.Box;

/// <summary>The content of a storage box.</summary>
internal sealed record BoxInside
{
    [JsonRequired]
    public int Boxes { get; init => field = NotNegative(value); }

    [JsonRequired]
    public int Shelves { get; init => field = NotNegative(value); }

    public string Colour { get; init; } = "";

    private static int NotNegative(int count) => count >= 0 ? count : throw new JsonException("A count is negative.");
}
