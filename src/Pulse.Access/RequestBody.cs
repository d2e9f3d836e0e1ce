using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Pulse.Access.Http;

namespace Pulse.Access;

/// <summary>
/// The body of a request: one JSON object, or the answer to a body that is none. Every route of Pulse reads its body here, so
/// that each fault has one status and one code. A class, not a record: a generated ToString() would print the secrets in it.
/// </summary>
public sealed class RequestBody
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int Limit = 32 * 1024;

    private static readonly RequestBody Empty = new("{}"u8.ToArray());

    private RequestBody(ReadOnlyMemory<byte> utf8)
    {
        Utf8 = utf8;
        Object = JsonElement.Parse(utf8.Span);
    }

    private RequestBody(ProblemHttpResult problem) => Problem = problem;

    /// <summary>The bytes of the object, valid UTF-8 without a byte order mark; none when there is a problem.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The object, whose members are all named in valid Unicode, each once; undefined when there is a problem.</summary>
    public JsonElement Object { get; }

    /// <summary>The answer, when the body cannot be read; else null.</summary>
    public ProblemHttpResult? Problem { get; }

    /// <summary>Reads the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="optional">Whether no body at all means an empty object.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, bool optional, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wrongType = BodyType.Check(request);
        if (wrongType is not null && !optional)
        {
            return new RequestBody(wrongType);
        }

        var (bytes, unreadable) = await BodyBytes.ReadAsync(request, cancellationToken);
        if (unreadable is not null)
        {
            return new RequestBody(unreadable);
        }

        // Clients that send no body declare whatever type is their default.
        if (optional && bytes.IsEmpty)
        {
            return Empty;
        }

        return (wrongType ?? BodyJson.Check(bytes.Span)) is { } problem ? new RequestBody(problem) : new RequestBody(bytes);
    }

    /// <summary>Takes the two apart.</summary>
    /// <param name="body">The object.</param>
    /// <param name="problem">The answer, when there is no object.</param>
    public void Deconstruct(out JsonElement body, out ProblemHttpResult? problem) => (body, problem) = (Object, Problem);
}
