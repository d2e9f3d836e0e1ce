using System.Buffers;
using System.Text.Json;

namespace Pulse.Providers.VMware.Http;

/// <summary>
/// The parts of an error body that classify the error: a typed fault (VI JSON, facts.md#2.15) or an error type with
/// message ids (Automation API, facts.md#1.6). Texts are omitted: they vary with the locale.
/// </summary>
internal sealed record ErrorBody
{
    /// <summary>An error without a fault, an error type or a message id.</summary>
    public static readonly ErrorBody Empty = new();

    private const int MaxBytes = 64 * 1024;
    private const int MaxIdentifierLength = 128;
    private const int MaxReasons = 4;
    private static readonly SearchValues<char> Identifier =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public string? Fault { get; private init; }

    public string? Privilege { get; private init; }

    public string? EntityType { get; private init; }

    /// <summary>
    /// The reasons that a fault gives in addition to its type: the keys and arguments of its messages, for instance
    /// <c>vim.fault.InvalidLoginWithReason</c> (facts.md#2.11).
    /// </summary>
    public IReadOnlyList<string> Reasons { get; private init; } = [];

    public string? ErrorType { get; private init; }

    public IReadOnlyList<string> MessageIds { get; private init; } = [];

    /// <summary>Whether a vCenter wrote the body, and not a proxy in between.</summary>
    public bool IsFromVCenter => Fault is not null || ErrorType is not null || MessageIds.Count > 0;

    /// <exception cref="IOException">The connection was lost before the body came to its end.</exception>
    public static async Task<ErrorBody> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes];
        var length = await stream.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, cancellationToken);
        return Parse(buffer.AsMemory(0, length));
    }

    public static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Empty;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // An InvalidOperationException means that a text is not valid UTF-8.
            return Empty;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        var missing = Items(root, "missingPrivileges").FirstOrDefault();
        return new ErrorBody
        {
            Fault = Text(root, "_typeName"),
            // Since 7.0.3.2 in missingPrivileges, in older releases (and still, deprecated) at the top level (facts.md#2.15).
            Privilege = Text(root, "privilegeId") ?? Items(missing, "privilegeIds").Select(AsIdentifier).FirstOrDefault(),
            EntityType = Text(Member(root, "object"), "type") ?? Text(Member(missing, "entity"), "type"),
            Reasons = [.. Items(root, "faultMessage").SelectMany(ReasonsOf).Distinct(StringComparer.Ordinal).Take(MaxReasons)],
            ErrorType = Text(root, "error_type"),
            MessageIds = [.. Items(root, "messages").Select(message => Text(message, "id")).OfType<string>()],
        };
    }

    private static IEnumerable<string> ReasonsOf(JsonElement message) =>
        Items(message, "arg").Select(argument => Text(argument, "value") ?? Text(Member(argument, "value"), "_value")).Prepend(Text(message, "key")).OfType<string>();

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement[] Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) => AsIdentifier(Member(element, name));

    // Pulse keeps only identifiers, so that a server cannot put its own words into a report.
    private static string? AsIdentifier(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && element.GetString() is { Length: > 0 and <= MaxIdentifierLength } text
        && !text.AsSpan().ContainsAnyExcept(Identifier)
            ? text
            : null;
}
