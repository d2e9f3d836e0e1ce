using Microsoft.Extensions.Logging.Testing;

namespace Pulse.Testing;

/// <summary>Keeps all that a host logs, with its exceptions.</summary>
public sealed class LogCapture : FakeLoggerProvider
{
    public IReadOnlyList<FakeLogRecord> Records => Collector.GetSnapshot();

    /// <summary>The records as they would be written.</summary>
    public IReadOnlyCollection<string> Lines => [.. Records.Select(Written)];

    private static string Written(FakeLogRecord record) =>
        $"{record.Level} {record.Category}: {record.Message} {string.Join(' ', record.StructuredState ?? [])} {record.Exception}";
}
