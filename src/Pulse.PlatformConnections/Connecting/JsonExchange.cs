using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>One request and its answer in JSON. Turns every error on the way into a failure.</summary>
internal sealed class JsonExchange(HttpClient http, ReadBudget budget, ConnectionTarget target, TimeProvider clock)
{
    /// <exception cref="PlatformFailureException">There is no answer, or the answer has no such document.</exception>
    public async Task<T> RunAsync<T>(HttpRequestMessage request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        try
        {
            // The headers only: the body is read under the limits.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw Refused(request, response);
            }

            await using var body = await AnswerBody.OpenAsync(response, budget, _ => { }, cancellationToken);
            return await JsonSerializer.DeserializeAsync<T>(body, json, cancellationToken) ?? throw new JsonException("The document is null.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The timeout of the pool, which continues to connect.
            throw new PlatformFailureException(FailureCategory.Timeout);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException)
        {
            throw new PlatformFailureException(FailureCategory.Protocol, SystemText.Text(unreadable.Message))
            {
                Sentence = $"The answer of {target.ShownEndpoint} to {PathOf(request)} cannot be read.",
            };
        }
        catch (Exception error) when (error is HttpRequestException or IOException && TransportFailure.From(error, target) is not null)
        {
            throw TransportFailure.From(error, target)!;
        }
    }

    private PlatformFailureException Refused(HttpRequestMessage request, HttpResponseMessage response)
    {
        var category = AnswerStatus.CategoryOf(response.StatusCode);
        return new(category, $"HTTP {(int)response.StatusCode}")
        {
            RetryAfter = AnswerStatus.RetryAfterOf(response, clock.GetUtcNow()),
            Sentence = category == FailureCategory.Protocol
                ? $"{target.ShownEndpoint} answers {PathOf(request)} with HTTP {(int)response.StatusCode}."
                : null,
        };
    }

    // Without the query, which may hold text that does not belong in a sentence. A client makes the address absolute when it sends the request.
    private static string PathOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath;
}
