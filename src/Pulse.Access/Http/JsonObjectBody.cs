using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Pulse.Access.Http;

/// <summary>
/// A JSON body as a parameter of a route: one object whose members the route reads itself. Each member has a name in valid
/// Unicode that occurs once. A class, not a record: a generated ToString() would print the secrets in it.
/// </summary>
/// <remarks>A nullable parameter is optional: it is null if the request has no body.</remarks>
public sealed class JsonObjectBody : IRequestBody, IBindableFromHttpContext<JsonObjectBody>, IEndpointParameterMetadataProvider
{
    private readonly JsonElement? _value;
    private readonly ProblemHttpResult? _problem;

    private JsonObjectBody(JsonElement value) => _value = value;

    private JsonObjectBody(ProblemHttpResult problem) => _problem = problem;

    /// <summary>The object.</summary>
    public JsonElement Value => _value ?? throw new InvalidOperationException("The route lies in no group that answers unreadable bodies.");

    /// <inheritdoc/>
    ProblemHttpResult? IRequestBody.Problem => _problem;

    /// <inheritdoc/>
    /// <returns>Null if the parameter is optional and the request has no body.</returns>
    static async ValueTask<JsonObjectBody?> IBindableFromHttpContext<JsonObjectBody>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (utf8, problem) = await BodyReader.ReadAsync(context.Request, IsOptional(parameter), context.RequestAborted);
        if (problem is not null)
        {
            return new JsonObjectBody(problem);
        }

        return utf8 is { } bytes ? new JsonObjectBody(JsonElement.Parse(bytes.Span)) : null;
    }

    /// <inheritdoc/>
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(BodyProblems.Answers);

    private static bool IsOptional(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
