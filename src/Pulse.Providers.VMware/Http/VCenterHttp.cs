using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;

namespace Pulse.Providers.VMware.Http;

/// <summary>Sends every request to one vCenter, and turns whatever goes wrong into a <see cref="PlatformFailureException"/>.</summary>
internal sealed class VCenterHttp(HttpClient client, ConnectionTarget target, ResiliencePipeline reads, TimeProvider clock)
{
    /// <summary>Sends a request and reads its answer as it arrives. A repeatable one is sent again when that may help.</summary>
    public async Task<T> SendAsync<T>(
        VCenterRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        request.Repeatable
            ? await reads.ExecuteAsync(async token => await SendOnceAsync(request, read, token), cancellationToken)
            : await SendOnceAsync(request, read, cancellationToken);

    /// <summary>
    /// Sends a request whose answer is JSON. Null is a 204, an empty body or the literal, as the release has it (facts 2).
    /// </summary>
    public Task<T?> SendAsync<T>(VCenterRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(request, (response, token) => ReadJsonAsync(response, type, token), cancellationToken);

    /// <summary>Sends a request whose answer does not matter.</summary>
    public Task SendAsync(VCenterRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, (_, _) => Task.FromResult(true), cancellationToken);

    private async Task<T> SendOnceAsync<T>(
        VCenterRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            using var message = request.ToMessage();
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode
                ? await read(response, cancellationToken)
                : throw VCenterFailures.From(
                    request, target, response.StatusCode, await ErrorBody.ReadAsync(response, cancellationToken), RetryAfterOf(response));
        }
        catch (Exception error) when (error is JsonException or XmlException)
        {
            throw new PlatformFailureException(FailureCategory.Protocol)
            {
                Sentence = $"What {target.Endpoint} answered to {request.Operation} cannot be read.",
                Remedy = "Check that no proxy or sign-in page stands before vCenter; if none does, report it.",
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Not ours: the pool's own limit for a connection.
            throw new PlatformFailureException(FailureCategory.Timeout);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw TransportFailure.From(error, target)!;
        }
    }

    private static async Task<T?> ReadJsonAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = System.IO.Pipelines.PipeReader.Create(body);
        var start = await reader.ReadAsync(cancellationToken);
        if (start is { IsCompleted: true, Buffer.IsEmpty: true })
        {
            return null;
        }

        reader.AdvanceTo(start.Buffer.Start);
        return await JsonSerializer.DeserializeAsync(reader, type, cancellationToken);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
