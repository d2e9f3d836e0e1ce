using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>
/// Reads the body of a request: one JSON object, or the problem document for an unreadable body. Every route of Pulse reads its body
/// with this class, so that each fault has one status and one code.
/// </summary>
internal static class BodyReader
{
    /// <returns>
    /// The bytes of the object (valid UTF-8 without a byte order mark), or the problem. Neither if the body is optional
    /// and the request has none.
    /// </returns>
    public static async Task<(ReadOnlyMemory<byte>? Utf8, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, bool isOptional, CancellationToken cancellationToken)
    {
        var wrongType = BodyType.Check(request);
        if (wrongType is not null && !isOptional)
        {
            return (null, wrongType);
        }

        var (bytes, unreadable) = await BodyBytes.ReadAsync(request, cancellationToken);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        // Many clients declare their default type even if they send no body.
        if (isOptional && bytes.IsEmpty)
        {
            return (null, null);
        }

        return (wrongType ?? BodyJson.Check(bytes.Span)) is { } problem ? (null, problem) : (bytes, null);
    }
}
