using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>One request and its answer in JSON, with everything that may go wrong in between as a failure.</summary>
internal sealed class JsonExchange(HttpClient http, ReadBudget budget, ConnectionTarget target, TimeProvider clock)
{
    /// <exception cref="PlatformFailureException">There is no answer, or none with such a document.</exception>
    public async Task<T> RunAsync<T>(HttpRequestMessage request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        try
        {
            // The head only: the body is read under the limits.
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
            // The limit of the pool, which goes on connecting by itself.
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

    // Without a query, which may hold what does not belong into a sentence. A client makes the address absolute when it sends it.
    private static string PathOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath;
}
