using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Writes a record: one file for people, and one for programs next to it. Never overwrites an earlier one.</summary>
internal static class RecordFiles
{
    /// <summary>The JSON options of records. A missing or unknown member is refused.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <returns>The paths without their file extensions.</returns>
    public static async Task<string> WriteAsync(ProofRecord record, string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var path = FreePath(directory, $"{record.StartedAt:yyyy-MM-dd}-{record.Alias}");
        await File.WriteAllTextAsync($"{path}.json", JsonSerializer.Serialize(record, Json) + "\n", cancellationToken);
        await File.WriteAllTextAsync($"{path}.md", RecordPage.Of(record), cancellationToken);
        return path;
    }

    private static string FreePath(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        for (var number = 2; File.Exists($"{path}.json") || File.Exists($"{path}.md"); number++)
        {
            path = Path.Combine(directory, $"{name}-{number}");
        }

        return path;
    }
}
