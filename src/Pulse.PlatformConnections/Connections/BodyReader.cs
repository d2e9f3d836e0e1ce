using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Reads a request body as one JSON object, or says what is wrong with it.</summary>
internal static class BodyReader
{
    public const int Limit = 32 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <param name="request">The request.</param>
    /// <param name="optional">Whether no body at all means an empty object.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<(JsonElement Body, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, bool optional, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            return (default, Problems.TooLarge(Limit));
        }

        var (bytes, tooLarge) = await ReadBytesAsync(request.Body, cancellationToken);
        if (tooLarge)
        {
            return (default, Problems.TooLarge(Limit));
        }

        if (bytes.Length == 0 && optional)
        {
            return (JsonElement.Parse("{}"), null);
        }

        return request.HasJsonContentType() ? Parse(bytes) : (default, Problems.NotJson());
    }

    private static (JsonElement Body, ProblemHttpResult? Problem) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, Problems.InvalidJson(1, 1, "Send one JSON object."));
        }
        catch (JsonException error)
        {
            // The parser's own message quotes the text, and the text may hold a password.
            var line = (error.LineNumber ?? 0) + 1;
            var position = (error.BytePositionInLine ?? 0) + 1;
            return (default, Problems.InvalidJson(line, position, $"Look at line {line}, position {position}."));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool TooLarge)> ReadBytesAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[Limit + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return (buffer.AsMemory(0, length), length > Limit);
    }
}
