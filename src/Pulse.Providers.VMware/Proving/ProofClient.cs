using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Proving;

/// <summary>Sends single requests to a vCenter without the client of Pulse, so that the answers are unchanged.</summary>
internal sealed class ProofClient(EndpointConnection connection, ConnectionTarget target)
{
    /// <summary>Calls the Automation API, or reads a document outside of both families.</summary>
    public Task<RawAnswer> CallAsync(HttpMethod method, string path, string? token, CancellationToken cancellationToken, JsonObject? body = null) =>
        SendAsync(new VCenterRequest("proof", method, path) { SessionId = token, Body = BytesOf(body) }, isDeliberate: false, cancellationToken);

    /// <summary>Sends a request that the protocol does not allow, to see the answer.</summary>
    public Task<RawAnswer> ProbeAsync(HttpMethod method, string path, string? token, CancellationToken cancellationToken, JsonObject? body = null) =>
        SendAsync(new VCenterRequest("proof", method, path) { SessionId = token, Body = BytesOf(body) }, isDeliberate: true, cancellationToken);

    /// <summary>Sends a login. Sends it only once, whatever the answer is.</summary>
    public Task<RawAnswer> LogInAsync(VCenterRequest request, CancellationToken cancellationToken) =>
        SendAsync(request with { IsLogin = true }, isDeliberate: false, cancellationToken);

    private async Task<RawAnswer> SendAsync(VCenterRequest request, bool isDeliberate, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage();
        message.Options.Set(EndpointConnection.Deliberate, isDeliberate);
        try
        {
            using var response = await connection.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            connection.Budget.Begin();
            await using var body = await AnswerBody.OpenAsync(response, connection.Budget, _ => { }, cancellationToken);
            using var copy = new MemoryStream();
            await body.CopyToAsync(copy, cancellationToken);
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new((int)response.StatusCode, headers.GetValueOrDefault, copy.ToArray());
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw TransportFailure.From(error, target) ?? new PlatformFailureException(FailureCategory.Unreachable);
        }
    }

    private static byte[]? BytesOf(JsonObject? body) => body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(JsonSerializerOptions.Default));
}
