using Microsoft.Extensions.Logging.Testing;

namespace Pulse.Testing;

/// <summary>Keeps every log line of a host, with its exception.</summary>
public sealed class LogCapture : FakeLoggerProvider
{
    public IReadOnlyList<FakeLogRecord> Records => Collector.GetSnapshot();

    /// <summary>The records as they would be written.</summary>
    public IReadOnlyCollection<string> Lines => [.. Records.Select(Written)];

    private static string Written(FakeLogRecord record) =>
        $"{record.Level} {record.Category}: {record.Message} {string.Join(' ', record.StructuredState ?? [])} {record.Exception}";
}
