using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Pulse.Access.Http;

namespace Pulse.Access;

/// <summary>
/// The body of a request: one JSON object, or the answer to a body that is none. A class, not a record: a generated ToString()
/// would print the secrets in it.
/// </summary>
public sealed class RequestBody
{
    private RequestBody(JsonElement value) => Object = value;

    private RequestBody(ProblemHttpResult problem) => Problem = problem;

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
        var (utf8, problem) = await BodyReader.ReadAsync(request, optional, cancellationToken);
        return problem is not null ? new RequestBody(problem) : new RequestBody(JsonElement.Parse(utf8 is { } bytes ? bytes.Span : "{}"u8));
    }

    /// <summary>Takes the two apart.</summary>
    /// <param name="body">The object.</param>
    /// <param name="problem">The answer, when there is no object.</param>
    public void Deconstruct(out JsonElement body, out ProblemHttpResult? problem) => (body, problem) = (Object, Problem);
}
