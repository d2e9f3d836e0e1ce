using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.Providers.VMware.Proving;

/// <summary>
/// Redacts an exchange so that it can be shared: every text that is not a word of the API, a number or a time is replaced, one
/// to one. This covers every kind of secret: passwords, tokens, names, notes and addresses are not words of the API.
/// </summary>
internal sealed partial class ExchangeRedaction
{
    private const string VersionsDocument = "/sdk/vimServiceVersions.xml";
    private const int LongestDocument = 64 * 1024;

    // A record must show the versions.
    private static readonly string[] VersionMembers = ["version", "apiVersion", "build", "api_release"];

    private static readonly string[] ChosenMembers = ["password", "userName", "fullName", "label", "summary", "description", "user"];

    // The names in these members are those of properties.
    private static readonly string[] NamedByApi = ["DynamicProperty", "PropertyChange", "TraversalSpec"];

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <returns>Null for an exchange whose bodies have a form that cannot be redacted.</returns>
    public ObservedExchange? Of(ObservedExchange exchange)
    {
        if (BodyOf(exchange.RequestBody) is not { } request || ResponseOf(exchange) is not { } response)
        {
            return null;
        }

        var challenge = exchange.ResponseHeaders.GetValueOrDefault("WWW-Authenticate")?.Split(' ')[0];
        return exchange with
        {
            Target = TargetOf(exchange.Target),
            RequestBody = request,
            ResponseBody = response,
            ResponseHeaders = challenge is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["WWW-Authenticate"] = challenge },
        };
    }

    // The segments of a path are words of the API, releases and ids.
    private string TargetOf(string target)
    {
        if (target == VersionsDocument)
        {
            return target;
        }

        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, $"?{after}") : (target, "");
        var segments = path.Split('/').Select((segment, at) =>
            IsOfPath(segment, at) ? segment : Placeholder("id", Uri.UnescapeDataString(segment)));
        return string.Join('/', segments) + (query is "?action=hello" ? query : "");
    }

    // An id follows a release and a type. It may also be a word of the API, as the id of a manager is.
    private static bool IsOfPath(string segment, int at) =>
        segment is "" or "sdk" or "vim25" || OfPath().IsMatch(segment) || (at == 3 && Release().IsMatch(segment)) || IsOfApi(segment);

    private ReadOnlyMemory<byte>? ResponseOf(ObservedExchange exchange) =>
        exchange.Target == VersionsDocument && exchange.ResponseBody.Length < LongestDocument
        && VersionsOnly().IsMatch(Encoding.UTF8.GetString(exchange.ResponseBody.Span))
            ? exchange.ResponseBody
            : exchange.IsWhole ? BodyOf(exchange.ResponseBody) : ReadOnlyMemory<byte>.Empty;

    private ReadOnlyMemory<byte>? BodyOf(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            using var copy = new MemoryStream();
            using (var writer = new Utf8JsonWriter(copy, Writing))
            {
                Write(document.RootElement, member: "", type: "", writer);
            }

            return copy.ToArray();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write(JsonElement element, string member, string type, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var own = VCenterFacts.TextOf(element, "_typeName");
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, property.Name, own, writer);
                }

                writer.WriteEndObject();
                break;

            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, member, type, writer);
                }

                writer.WriteEndArray();
                break;

            case JsonValueKind.String:
                writer.WriteStringValue(Of(element.GetString()!, member, type));
                break;

            default:
                element.WriteTo(writer);
                break;
        }
    }

    private string Of(string text, string member, string type) =>
        text.Length == 0
        || (VersionMembers.Contains(member) && Release().IsMatch(text))
        || (IsOfApi(text) && !IsChosen(member, type))
        || IsTime(text)
            ? text
            : Placeholder(Guid.TryParse(text, out _) ? "uuid" : member is "value" ? "id" : "text", text);

    /// <summary>Whether a person chose the value, and so may have used a word of the API as a name or a password.</summary>
    private static bool IsChosen(string member, string type) => member switch
    {
        "name" => !NamedByApi.Contains(type),
        "_value" => type == "string",
        _ => ChosenMembers.Contains(member),
    };

    private static bool IsOfApi(string text) => ApiVocabulary.Has(text);

    private static bool IsTime(string text) =>
        text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private string Placeholder(string kind, string text)
    {
        if (!_placeholders.TryGetValue(text, out var placeholder))
        {
            _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
            _placeholders[text] = placeholder = $"{kind}-{_numbers[kind]}";
        }

        return placeholder;
    }

    [GeneratedRegex(@"^[0-9]{1,12}(\.[0-9]{1,6}){0,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Release();

    [GeneratedRegex("^[a-z-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfPath();

    [GeneratedRegex(@"^[\s\w.:<>/?=""+-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionsOnly();
}
