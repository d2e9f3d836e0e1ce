using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record MemberEntry(
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("t")] string Type,
    [property: JsonPropertyName("a")] int Array,
    [property: JsonPropertyName("r")] int Required,
    [property: JsonPropertyName("s")] string? Since,
    string[]? Alias);
