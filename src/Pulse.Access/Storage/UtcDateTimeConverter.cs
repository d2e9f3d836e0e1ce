using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pulse.Access.Storage;

/// <summary>SQLite cannot order a DateTimeOffset. Pulse stores the UTC DateTime, which every database can order.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => value.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
