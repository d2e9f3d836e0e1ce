using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pulse.PlatformConnections.Storage;

/// <summary>
/// Times in a database that stores them as text, in the form of its driver: text sorts and compares in UTC, and a text that is
/// not a time does not fail the query.
/// </summary>
internal static class StoredTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <returns>Null if the text is not a time.</returns>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>An unreadable time becomes the start of the epoch.</summary>
    internal sealed class Required() : ValueConverter<DateTimeOffset, string>(
        time => Write(time),
        text => Read(text) ?? DateTimeOffset.UnixEpoch);

    /// <summary>An unreadable time is dropped.</summary>
    internal sealed class Optional() : ValueConverter<DateTimeOffset?, string?>(
        time => time == null ? null : Write(time.Value),
        text => text == null ? null : Read(text));

    /// <summary>A refusal of unknown age counts as one of now, so that no account is locked.</summary>
    internal sealed class Latest() : ValueConverter<DateTimeOffset, string>(
        time => Write(time),
        text => Read(text) ?? DateTimeOffset.MaxValue);
}
