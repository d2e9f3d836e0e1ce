using CsCheck;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Tests.Properties;

public sealed class StoredTimeProperties
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // Half of them are a fraction of a second apart.
    private static readonly Gen<DateTimeOffset> Times = Gen.OneOf(
        Gen.DateTimeOffset,
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[-12, 12], (ticks, hours) => Morning.AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours))));

    [Fact]
    public void A_time_is_read_as_it_was_written() => Times.Sample(
        time => StoredTime.Read(StoredTime.Write(time)) is { } read && read == time && read.Offset == TimeSpan.Zero, iter: Repeat.Cheap, threads: 1);

    [Fact]
    public void Texts_of_times_sort_as_the_times_do() => Gen.Select(Times, Times).Sample(
        (one, other) => Math.Sign(string.CompareOrdinal(StoredTime.Write(one), StoredTime.Write(other))) == one.CompareTo(other), iter: Repeat.Cheap, threads: 1);

    [Fact]
    public void A_text_that_is_no_time_reads_as_null() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-: .TZ+"], 0, 30]).Sample(
        text => StoredTime.Read(text) is null or { Offset.Ticks: 0 }, iter: Repeat.Cheap, threads: 1);
}
