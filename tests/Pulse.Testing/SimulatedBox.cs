using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pulse.Testing;

/// <summary>
/// A storage box, the made-up system of the example platform: a WebSocket over HTTPS at each door. It refuses the same requests as a
/// real box: another key, questions before the login, and every login after it was locked.
/// </summary>
public sealed class SimulatedBox : IAsyncDisposable
{
    private const int LockedAfter = 5;

    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly WebApplication _application;
    private readonly Lock _lock = new();
    private readonly HashSet<WebSocket> _open = [];
    private readonly List<string> _doors = [];
    private int _refusedLogins;

    private SimulatedBox()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _application = builder.Build();
        _application.UseWebSockets();
        _application.MapGet("/about", () => About());
        _application.Map("/front", context => OpenAsync(context, "front"));
        _application.Map("/back", context => OpenAsync(context, "back"));
    }

    public string ApiKey { get; set; } = "right-key";

    /// <summary>The code that a login needs in addition to the key; null for a box without a seal.</summary>
    public string? SealCode { get; set; }

    public int Shelves { get; set; } = 3;

    public int EmptyShelves { get; set; } = 2;

    /// <summary>The box's answer about its content; null for the truth.</summary>
    public string? Says { get; set; }

    /// <summary>The box's answer about its identity.</summary>
    public Func<IResult> About { get; set; } = () => Results.Text("""{"serial":"BX-7","version":"2.1"}""", "application/json");

    public int Port => new Uri(_application.Urls.First()).Port;

    /// <summary>SHA-256 of the certificate, in hex digits.</summary>
    public string Thumbprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>The doors of all logins, in order.</summary>
    public IReadOnlyList<string> Doors
    {
        get
        {
            lock (_lock)
            {
                return [.. _doors];
            }
        }
    }

    public int OpenSockets
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    public static async Task<SimulatedBox> StartAsync()
    {
        var box = new SimulatedBox();
        await box._application.StartAsync();
        return box;
    }

    /// <summary>Ends every WebSocket without a close, like a restart of the box.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            foreach (var socket in _open)
            {
                socket.Abort();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task OpenAsync(HttpContext context, string door)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (_lock)
        {
            _open.Add(socket);
            _doors.Add(door);
        }

        try
        {
            await TalkAsync(socket, context.RequestAborted);
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException or IOException)
        {
            // Pulse or the box is gone.
        }
        finally
        {
            lock (_lock)
            {
                _open.Remove(socket);
            }
        }
    }

    private async Task TalkAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var isLoggedIn = false;
        while (await HearAsync(socket, cancellationToken) is { } message)
        {
            if (message.ContainsKey("key"))
            {
                var refusal = Refusal(message);
                isLoggedIn = refusal is null;
                await SayAsync(socket, new JsonObject { ["refusal"] = refusal }.ToJsonString(), cancellationToken);
            }
            else if (isLoggedIn && message["countEmpty"] is { } countEmpty)
            {
                var shelves = countEmpty.GetValue<bool>() ? Shelves + EmptyShelves : Shelves;
                await SayAsync(socket, Says ?? $$"""{"boxes":1,"shelves":{{shelves}},"colour":"green"}""", cancellationToken);
            }
            else
            {
                await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "Log in first.", cancellationToken);
                return;
            }
        }
    }

    private string? Refusal(JsonObject login)
    {
        if (_refusedLogins >= LockedAfter)
        {
            return "locked";
        }

        var refusal = (string?)login["key"] != ApiKey ? "wrong key" : (string?)login["sealCode"] != SealCode ? "sealed" : null;
        _refusedLogins = refusal is null ? 0 : _refusedLogins + 1;
        return refusal;
    }

    private static Task SayAsync(WebSocket socket, string text, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <returns>Null if Pulse closed the WebSocket.</returns>
    private static async Task<JsonObject?> HearAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, cancellationToken);
        if (part.MessageType == WebSocketMessageType.Close)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
            return null;
        }

        return JsonSerializer.Deserialize<JsonObject>(buffer.AsSpan(0, part.Count));
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=box.cellar.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(365));
    }
}
