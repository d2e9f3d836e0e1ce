using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The exchanges of a proof, one JSON object per line, redacted by the platform. An exchange that cannot be redacted is omitted.</summary>
internal static class BundleFile
{
    public const string Ending = ".exchanges.jsonl";

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(string path, IEnumerable<ObservedExchange> exchanges, ISystemProof proof, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var exchange in exchanges.Select(proof.Redact).OfType<ObservedExchange>())
        {
            await file.WriteLineAsync(JsonSerializer.Serialize(BundledExchange.Of(exchange), Lines).AsMemory(), cancellationToken);
        }
    }
}
