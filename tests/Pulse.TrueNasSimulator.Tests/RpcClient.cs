using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.Simulation.TrueNas.Tests;

/// <summary>Speaks JSON-RPC to a simulator, word for word.</summary>
internal sealed class RpcClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly HttpMessageInvoker _invoker;
    private int _lastId;

    private RpcClient(HttpMessageHandler handler) => _invoker = new(handler);

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<RpcClient> ConnectAsync(HttpMessageHandler handler, Uri uri)
    {
        var client = new RpcClient(handler);
        await client._socket.ConnectAsync(uri, client._invoker, CancellationToken.None);
        return client;
    }

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; null when the server has closed.</summary>
    public async Task<string?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var frame = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    public async Task<JsonNode> ExchangeAsync(string text)
    {
        await SendAsync(text);
        return JsonNode.Parse((await ReadAsync())!)!;
    }

    public Task<JsonNode> CallAsync(string method, params object?[] parameters) =>
        ExchangeAsync(JsonSerializer.Serialize(new { jsonrpc = "2.0", id = ++_lastId, method, @params = parameters }));

    public async Task<JsonNode> ResultAsync(string method, params object?[] parameters) => (await CallAsync(method, parameters))["result"]!;

    public async Task<string> ErrorAsync(string method, params object?[] parameters)
    {
        var error = (await CallAsync(method, parameters))["error"]!;
        return $"{error["code"]} {error["data"]?["errname"]}".Trim();
    }

    public async Task<string> LoginAsync(string username, string key) =>
        (string)(await ResultAsync("auth.login_ex", new { mechanism = "API_KEY_PLAIN", username, api_key = key }))["response_type"]!;

    public void Dispose()
    {
        _socket.Dispose();
        _invoker.Dispose();
    }
}
