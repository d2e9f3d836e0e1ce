using System.Buffers;
using System.Text.Json;

namespace Pulse.Providers.VMware.Http;

/// <summary>
/// What the body of an error says by which it can be classified: a typed fault (VI JSON, facts 2) or an error type with
/// message ids (Automation API, facts 1). Texts are left out: they vary with the locale.
/// </summary>
internal sealed record ErrorBody
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxIdentifierLength = 128;
    private static readonly ErrorBody Empty = new();
    private static readonly SearchValues<char> Identifier =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public string? Fault { get; private init; }

    public string? Privilege { get; private init; }

    public string? EntityType { get; private init; }

    public string? ErrorType { get; private init; }

    public IReadOnlyList<string> MessageIds { get; private init; } = [];

    /// <summary>Whether a vCenter wrote it, rather than a proxy before it.</summary>
    public bool IsFromVCenter => Fault is not null || ErrorType is not null || MessageIds.Count > 0;

    public static async Task<ErrorBody> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes];
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, cancellationToken);
            return Parse(buffer.AsMemory(0, length));
        }
        catch (IOException)
        {
            // The status came whole and says enough.
            return Empty;
        }
    }

    public static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        var missing = Items(root, "missingPrivileges").FirstOrDefault();
        return new ErrorBody
        {
            Fault = Text(root, "_typeName"),
            // Since 7.0.3.2 in missingPrivileges, before (and still, deprecated) beside it (facts 2).
            Privilege = Text(root, "privilegeId") ?? Items(missing, "privilegeIds").Select(AsIdentifier).FirstOrDefault(),
            EntityType = Text(Member(root, "object"), "type") ?? Text(Member(missing, "entity"), "type"),
            ErrorType = Text(root, "error_type"),
            MessageIds = [.. Items(root, "messages").Select(message => Text(message, "id")).OfType<string>()],
        };
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement[] Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) => AsIdentifier(Member(element, name));

    // Only what looks like an identifier is kept, so that a server cannot place words of its own in a report.
    private static string? AsIdentifier(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && element.GetString() is { Length: > 0 and <= MaxIdentifierLength } text
        && !text.AsSpan().ContainsAnyExcept(Identifier)
            ? text
            : null;
}
