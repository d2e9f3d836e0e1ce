using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Turns a connection into a WebSocket by an ordinary request (RFC 6455, section 4), so that this request passes the
/// same handlers as all others.
/// </summary>
internal sealed class SocketHandshake(HttpClient http, ConnectionTarget target, TimeProvider clock)
{
    private const string AcceptHeader = "Sec-WebSocket-Accept";
    private const string ProtocolHeader = "Sec-WebSocket-Protocol";
    private const string WebSocketGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <exception cref="PlatformFailureException">There is no connection, or it does not become a WebSocket.</exception>
    public async Task<WebSocket> RunAsync(string path, EndpointSocketOptions options, CancellationToken cancellationToken)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var request = Request(path, key, options);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception error) when (TransportFailure.From(error, target) is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.From(error, target)!;
        }

        try
        {
            Check(response, key, options);
            return WebSocket.CreateFromStream(await response.Content.ReadAsStreamAsync(cancellationToken), new WebSocketCreationOptions
            {
                SubProtocol = options.SubProtocol,
                KeepAliveInterval = options.PingInterval,
                KeepAliveTimeout = options.PingTimeout,
            });
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static HttpRequestMessage Request(string path, string key, EndpointSocketOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new("websocket"));
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", key);
        if (options.SubProtocol is { } protocol)
        {
            request.Headers.Add(ProtocolHeader, protocol);
        }

        foreach (var (name, value) in options.Headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private void Check(HttpResponseMessage response, string key, EndpointSocketOptions options)
    {
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
        {
            throw new UpgradeRefusedException(target, response.StatusCode) { RetryAfter = AnswerStatus.RetryAfterOf(response, clock.GetUtcNow()) };
        }

        if (ValueOf(response, AcceptHeader) != AcceptOf(key))
        {
            throw SocketFailure.NoWebSocket(target, AcceptHeader);
        }

        if (!string.Equals(ValueOf(response, ProtocolHeader), options.SubProtocol, StringComparison.OrdinalIgnoreCase))
        {
            throw SocketFailure.NoWebSocket(target, ProtocolHeader);
        }
    }

    private static string? ValueOf(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : null;

#pragma warning disable CA5350 // The standard says SHA-1: it proves that the request was understood, and protects nothing.
    private static string AcceptOf(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + WebSocketGuid)));
#pragma warning restore CA5350
}
