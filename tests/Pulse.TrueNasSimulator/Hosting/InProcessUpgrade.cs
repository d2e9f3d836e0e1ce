using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Pulse.Simulation.TrueNas;

/// <summary>The handshake of one WebSocket without a connection, and the two ends of the stream that follows it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of Aborted has no timer and no linked token.")]
internal sealed class InProcessUpgrade : IHttpWebSocketFeature, IHttpRequestLifetimeFeature
{
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3

    private readonly HttpRequestMessage _request;
    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DuplexStream _client;
    private readonly DuplexStream _server;

    public InProcessUpgrade(HttpRequestMessage request)
    {
        _request = request;
        var (toServer, toClient) = (new Pipe(), new Pipe());
        _client = new(toClient.Reader, toServer.Writer);
        _server = new(toServer.Reader, toClient.Writer);
    }

    public bool IsWebSocketRequest => _request.Headers.NonValidated.Contains("Sec-WebSocket-Key");

    public Task Accepted => _accepted.Task;

    public CancellationToken Aborted => _aborted.Token;

    public CancellationToken RequestAborted
    {
        get => _aborted.Token;
        set
        {
            // The request lives as long as its stream.
        }
    }

    public Task<WebSocket> AcceptAsync(WebSocketAcceptContext context)
    {
        var socket = WebSocket.CreateFromStream(_server, isServer: true, subProtocol: null, keepAliveInterval: TimeSpan.Zero);
        _accepted.TrySetResult();
        return Task.FromResult(socket);
    }

    public void Abort()
    {
        _server.Break();
        _aborted.Cancel();
    }

    public HttpResponseMessage Response()
    {
        var key = _request.Headers.NonValidated["Sec-WebSocket-Key"].ToString();
        var response = new HttpResponseMessage(HttpStatusCode.SwitchingProtocols) { Content = new UpgradedContent(_client), RequestMessage = _request };
        response.Headers.Connection.Add("Upgrade");
        response.Headers.Upgrade.Add(new("websocket"));
        // The RFC demands SHA-1 here; the value protects nothing.
#pragma warning disable CA5350
        response.Headers.Add("Sec-WebSocket-Accept", Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix))));
#pragma warning restore CA5350
        return response;
    }
}
