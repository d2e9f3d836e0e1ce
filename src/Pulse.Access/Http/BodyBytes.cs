using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>Reads the bytes of a body up to the limit. Answers a body that the server rejects.</summary>
internal static class BodyBytes
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The bytes without the byte order mark that some editors and shells write before UTF-8.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > BodyLimit.Bytes)
        {
            return (default, BodyProblems.TooLarge());
        }

        var buffer = new byte[BodyLimit.Bytes + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return length > BodyLimit.Bytes ? (default, BodyProblems.TooLarge()) : (WithoutMark(buffer.AsMemory(0, length)), null);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return (default, BodyProblems.TooSlow());
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (default, BodyProblems.TooLarge());
        }
        catch (IOException)
        {
            return (default, BodyProblems.Incomplete());
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
}
