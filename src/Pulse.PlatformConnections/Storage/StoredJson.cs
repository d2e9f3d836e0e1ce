using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Values in JSON. A value that cannot be read does not fail the query: one damaged row must not hide the others.</summary>
internal static class StoredJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    /// <returns>Null when the text is no such value.</returns>
    public static T? TryRead<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Types count: an empty value in place of an unreadable one is a change, and must be saved.
    private static bool AreEqual<T>(T? left, T? right) => left?.GetType() == right?.GetType() && Write(left) == Write(right);

    private static Dictionary<string, string> ReadFields(string text) =>
        TryRead<Dictionary<string, string>>(text) is { } fields && fields.Values.All(value => value is not null) ? fields : new UnreadableFields();

    private static List<T> ReadList<T>(string text)
        where T : class => TryRead<List<T>>(text) is { } list ? [.. list.Where(item => item is not null)] : [];

    /// <summary>A value that cannot be read is forgotten.</summary>
    internal sealed class Optional<T>() : ValueConverter<T?, string>(value => Write(value), text => TryRead<T>(text))
        where T : class;

    /// <summary>A list that cannot be read is empty.</summary>
    internal sealed class ListOf<T>() : ValueConverter<List<T>, string>(list => Write(list), text => ReadList<T>(text))
        where T : class;

    /// <summary>Fields that cannot be read become <see cref="UnreadableFields"/>.</summary>
    internal sealed class Fields() : ValueConverter<Dictionary<string, string>, string>(fields => Write(fields), text => ReadFields(text));

    internal sealed class Comparer<T>() : ValueComparer<T>(
        (left, right) => AreEqual(left, right),
        value => Write(value).GetHashCode(StringComparison.Ordinal),
        value => value);
}
