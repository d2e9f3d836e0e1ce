using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Values in JSON. An unreadable value does not fail the query: one damaged row must not hide the others.</summary>
internal static class StoredJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    /// <returns>Null if the text is not such a value.</returns>
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

    // Types count: replacing an unreadable value by an empty one is a change, and must be saved.
    private static bool AreEqual<T>(T? left, T? right) => left?.GetType() == right?.GetType() && Write(left) == Write(right);

    private static Dictionary<string, string> ReadFields(string text) =>
        TryRead<Dictionary<string, string>>(text) is { } fields && fields.Values.All(value => value is not null) ? fields : new UnreadableFields();

    private static List<RecentAttempt> ReadAttempts(string text) =>
        [.. (TryRead<List<StoredAttempt?>>(text) ?? []).Select(attempt => attempt?.ToRecentAttempt()).OfType<RecentAttempt>()];

    private static string WriteAttempts(List<RecentAttempt> attempts) => Write(attempts.Select(StoredAttempt.From));

    private static Failure? ReadFailure(string text) => TryRead<StoredFailure>(text)?.ToFailure();

    private static string WriteFailure(Failure? failure) => Write(failure is null ? null : StoredFailure.From(failure));

    private static Observed? ReadObserved(string text) => TryRead<StoredObserved>(text)?.ToObserved();

    private static string WriteObserved(Observed? observed) => Write(observed is null ? null : StoredObserved.From(observed));

    /// <summary>An unreadable failure is dropped.</summary>
    internal sealed class FailureConverter() : ValueConverter<Failure?, string>(failure => WriteFailure(failure), text => ReadFailure(text));

    /// <summary>Unreadable observed data is dropped: the next poll writes it again.</summary>
    internal sealed class ObservedConverter() : ValueConverter<Observed?, string>(observed => WriteObserved(observed), text => ReadObserved(text));

    /// <summary>Unreadable attempts are dropped.</summary>
    internal sealed class Attempts() : ValueConverter<List<RecentAttempt>, string>(attempts => WriteAttempts(attempts), text => ReadAttempts(text));

    /// <summary>Unreadable fields become <see cref="UnreadableFields"/>.</summary>
    internal sealed class Fields() : ValueConverter<Dictionary<string, string>, string>(fields => Write(fields), text => ReadFields(text));

    internal sealed class Comparer<T>() : ValueComparer<T>(
        (left, right) => AreEqual(left, right),
        value => Write(value).GetHashCode(StringComparison.Ordinal),
        value => value);
}
