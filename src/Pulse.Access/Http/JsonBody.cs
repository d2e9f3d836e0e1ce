using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pulse.Access.Http;

/// <summary>
/// A JSON body as a parameter of a route: an object of a known type. For an unreadable body, the framework's own binding answers
/// an empty 400; in a group of <see cref="ApiRoutes.MapApi"/> this class answers the reason.
/// </summary>
/// <typeparam name="T">The type. The type should refuse unknown members, so that a typing error does not look like a success.</typeparam>
public sealed class JsonBody<T> : IRequestBody, IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;
    private readonly ProblemHttpResult? _problem;

    private JsonBody(T value) => _value = value;

    private JsonBody(ProblemHttpResult problem) => _problem = problem;

    /// <summary>The object.</summary>
    public T Value => _value ?? throw new InvalidOperationException("The route lies in no group that answers unreadable bodies.");

    /// <inheritdoc/>
    ProblemHttpResult? IRequestBody.Problem => _problem;

    /// <inheritdoc/>
    static async ValueTask<JsonBody<T>?> IBindableFromHttpContext<JsonBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (utf8, problem) = await BodyReader.ReadAsync(context.Request, isOptional: false, context.RequestAborted);
        if (utf8 is not { } bytes)
        {
            return new JsonBody<T>(problem!);
        }

        try
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return new JsonBody<T>(JsonSerializer.Deserialize<T>(bytes.Span, json)!);
        }
        catch (JsonException exception)
        {
            return new JsonBody<T>(BodyProblems.UnexpectedJson(BodyPosition.Of(exception, bytes.Span)));
        }
    }

    /// <inheritdoc/>
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        // If the route accepted only application/json, the router would answer other types itself, before it checks the credentials.
        builder.Metadata.Add(new AcceptsMetadata(["application/json", "*/*"], typeof(T)));
        builder.Metadata.Add(BodyProblems.Answers);
    }
}
