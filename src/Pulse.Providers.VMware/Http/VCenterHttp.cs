using System.IO.Pipelines;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware.Http;

/// <summary>Sends every request to one vCenter, measures it, and turns every error into a <see cref="PlatformFailureException"/>.</summary>
internal sealed class VCenterHttp(
    HttpClient client, ReadBudget budget, ConnectionTarget target, ResiliencePipeline reads, ConnectionMetrics metrics, TimeProvider clock)
{
    public ConnectionMetrics Metrics => metrics;

    public ReadLimits Limits => budget.Limits;

    /// <summary>Sends a request and reads its answer as it arrives. A repeatable request is sent again if that may help.</summary>
    public async Task<T> SendAsync<T>(VCenterRequest request, AnswerReader<T> read, CancellationToken cancellationToken) =>
        request.Repeatable
            ? await reads.ExecuteAsync(async token => await SendOnceAsync(request, read, token), cancellationToken)
            : await SendOnceAsync(request, read, cancellationToken);

    /// <summary>
    /// Sends a request whose answer is JSON. Null is a 204, an empty body or the literal, depending on the release (facts.md#2.28).
    /// </summary>
    public Task<T?> SendAsync<T>(VCenterRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(request, (_, body, token) => ReadJsonAsync(body, type, token), cancellationToken);

    /// <summary>Sends a request whose answer does not matter.</summary>
    public Task SendAsync(VCenterRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, (_, _, _) => Task.FromResult(true), cancellationToken);

    private async Task<T> SendOnceAsync<T>(VCenterRequest request, AnswerReader<T> read, CancellationToken cancellationToken)
    {
        using var measurement = metrics.Begin(request.Operation);
        try
        {
            return await ExchangeAsync(request, read, measurement.Count, cancellationToken);
        }
        catch (Exception error)
        {
            measurement.Error = FailureOf(error, request, cancellationToken) ?? error;
            ExceptionDispatchInfo.Throw(measurement.Error);
            throw;
        }
    }

    private async Task<T> ExchangeAsync<T>(VCenterRequest request, AnswerReader<T> read, Action<int> count, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage();
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await AnswerBody.OpenAsync(response, budget, count, cancellationToken);
        return response.IsSuccessStatusCode
            ? await read(response, body, cancellationToken)
            : throw VCenterFailures.From(
                request, target, response.StatusCode, await ReadErrorAsync(request, response, body, cancellationToken), AnswerStatus.RetryAfterOf(response, clock.GetUtcNow()));
    }

    private static async Task<ErrorBody> ReadErrorAsync(
        VCenterRequest request, HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await ErrorBody.ReadAsync(body, cancellationToken);
        }
        catch (IOException) when (request.IsLogin && response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            // The status alone shows that the password was refused, even if the connection is lost now.
            return ErrorBody.Empty;
        }
    }

    private PlatformFailureException? FailureOf(Exception error, VCenterRequest request, CancellationToken cancellationToken) => error switch
    {
        // An invalid number, time or text in an answer is not a defect of Pulse.
        JsonException or XmlException or FormatException or OverflowException or ArgumentOutOfRangeException => new(FailureCategory.Protocol)
        {
            Sentence = $"The answer of {target.Endpoint} to {request.Operation} cannot be read.",
            Remedy = "Check whether a proxy or a sign-in page is in front of vCenter. If not, report the failure.",
        },
        // The token is not that of the request: the limit of the connection pool ended the wait.
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new(FailureCategory.Timeout),
        HttpRequestException or IOException => TransportFailure.From(error, target),
        _ => null,
    };

    private static async Task<T?> ReadJsonAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var reader = PipeReader.Create(body);
        var start = await reader.ReadAsync(cancellationToken);
        if (start is { IsCompleted: true, Buffer.IsEmpty: true })
        {
            return null;
        }

        reader.AdvanceTo(start.Buffer.Start);
        return await JsonSerializer.DeserializeAsync(reader, type, cancellationToken);
    }
}
