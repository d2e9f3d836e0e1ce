using System.IO.Compression;
using System.Text;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// The only way to read the body of an answer: as UTF-8 without a byte order mark, whatever its charset and compression,
/// within the budget of a read and the time of its request.
/// </summary>
public static class AnswerBody
{
    /// <summary>Opens the body. Pulse asks for no compression, but some proxies compress anyway.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="budget">The remaining bytes of one read; counted after decompression.</param>
    /// <param name="count">Gets the bytes of each read.</param>
    /// <param name="cancellationToken">Ends every read of the body, whatever the reader does.</param>
    /// <exception cref="PlatformFailureException">The body is encoded in a way that Pulse cannot read.</exception>
    public static async Task<Stream> OpenAsync(
        HttpResponseMessage response, ReadBudget budget, Action<int> count, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > EndpointConnection.MaxResponseBytes)
        {
            throw TransportFailure.TooLong(response.RequestMessage!.RequestUri!, EndpointConnection.MaxResponseBytes);
        }

        var decoded = Transcode(Decompress(await response.Content.ReadAsStreamAsync(cancellationToken), response), response);
        var total = 0L;
        return new AnswerStream(
            decoded,
            read =>
            {
                total += read;
                if (total > EndpointConnection.MaxResponseBytes)
                {
                    throw TransportFailure.TooLong(response.RequestMessage!.RequestUri!, EndpointConnection.MaxResponseBytes);
                }

                budget.Spend(read);
                count(read);
            },
            cancellationToken);
    }

    // The last encoding in the header was applied last.
    private static Stream Decompress(Stream body, HttpResponseMessage response) =>
        response.Content.Headers.ContentEncoding.Reverse().Aggregate(body, (inner, encoding) => encoding.ToLowerInvariant() switch
        {
            "identity" or "" => inner,
            "gzip" or "x-gzip" => new GZipStream(inner, CompressionMode.Decompress),
            "deflate" => new ZLibStream(inner, CompressionMode.Decompress),
            "br" => new BrotliStream(inner, CompressionMode.Decompress),
            _ => throw Unreadable("Content-Encoding", encoding),
        });

    private static Stream Transcode(Stream body, HttpResponseMessage response)
    {
        var charset = response.Content.Headers.ContentType?.CharSet?.Trim('"');
        if (string.IsNullOrEmpty(charset) || charset.ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii")
        {
            return body;
        }

        try
        {
            return Encoding.CreateTranscodingStream(body, Encoding.GetEncoding(charset), Encoding.UTF8);
        }
        catch (ArgumentException)
        {
            throw Unreadable("charset", charset);
        }
    }

    private static PlatformFailureException Unreadable(string what, string value) => new(FailureCategory.Protocol, $"{what}: {value}")
    {
        Remedy = "Check whether a proxy changes the answers on their way. Pulse reads UTF-8, uncompressed or compressed with gzip, deflate or br.",
    };
}
