using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Pulse.Access.Http;

/// <summary>What <see cref="UnreadableInput"/> needs to know of a <see cref="JsonBody{T}"/>.</summary>
internal interface IJsonBody
{
    ProblemHttpResult? Problem { get; }
}

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
        if (!context.Request.HasJsonContentType())
        {
            return new JsonBody<T>(Problems.NotJson());
        }

        if (context.Request.ContentLength > BodyLimit.Bytes)
        {
            return new JsonBody<T>(Problems.BodyTooLarge(BodyLimit.Bytes));
        }

        try
        {
            var value = await context.Request.ReadFromJsonAsync<T>(context.RequestAborted);
            return value is null ? new JsonBody<T>(Problems.BodyMissing()) : new JsonBody<T>(value);
        }
        catch (JsonException exception)
        {
            return new JsonBody<T>(Problems.BodyUnreadable(exception));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new JsonBody<T>(Problems.BodyTooLarge(BodyLimit.Bytes));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        builder.Metadata.Add(Refusal(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(Refusal(StatusCodes.Status415UnsupportedMediaType));
    }

    private static ProducesResponseTypeMetadata Refusal(int status) => new(status, typeof(ProblemDetails), ["application/problem+json"]);
}
