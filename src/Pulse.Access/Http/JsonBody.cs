using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Pulse.Access.Http;

/// <summary>
/// A JSON request body. The framework's own binding answers an unreadable body with an empty 400; this one keeps the reason,
/// and <see cref="UnreadableInput"/> answers with it.
/// </summary>
internal sealed class JsonBody<T> : IJsonBody, IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;

    private JsonBody(T value) => _value = value;

    private JsonBody(ProblemHttpResult problem) => Problem = problem;

    public T Value => _value ?? throw new InvalidOperationException("The endpoint lacks the filter that refuses unreadable bodies.");

    public ProblemHttpResult? Problem { get; }

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var body = await RequestBody.ReadAsync(context.Request, optional: false, context.RequestAborted);
        if (body.Problem is { } problem)
        {
            return new JsonBody<T>(problem);
        }

        try
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return new JsonBody<T>(JsonSerializer.Deserialize<T>(body.Utf8.Span, json)!);
        }
        catch (JsonException exception)
        {
            return new JsonBody<T>(AccessProblems.BodyUnreadable(exception));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        // With application/json alone the router would answer other types itself: to strangers, before it asks who they are.
        builder.Metadata.Add(new AcceptsMetadata(["application/json", "*/*"], typeof(T)));
        builder.Metadata.Add(Refusal(StatusCodes.Status408RequestTimeout));
        builder.Metadata.Add(Refusal(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(Refusal(StatusCodes.Status415UnsupportedMediaType));
    }

    private static ProducesResponseTypeMetadata Refusal(int status) => new(status, typeof(ProblemDetails), ["application/problem+json"]);
}
