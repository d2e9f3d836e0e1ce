using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>A system with a WebSocket at <c>/socket</c> and other answers elsewhere. Over HTTPS.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<HttpContext> _opened = new();

    private SocketServer(Func<WebSocket, HttpContext, Task> talk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, _) => Certificate })));
        _application = builder.Build();
        _application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _application.Map("/socket", async context =>
        {
            _opened.Enqueue(context);
            using var socket = await context.WebSockets.AcceptWebSocketAsync(context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault());
            await talk(socket, context);
            if (socket.State != WebSocketState.Closed)
            {
                await _end.Task;
            }
        });
        _application.MapGet("/answer", () => new string('x', 700 * 1024));
        _application.MapGet("/page", () => Results.Content("<title>Sign in</title>", "text/html"));
        _application.MapGet("/moved", () => Results.Redirect("/ui/"));
        _application.MapGet("/busy", (HttpContext context) =>
        {
            context.Response.Headers.RetryAfter = "7";
            return Results.StatusCode(503);
        });
        _application.MapGet("/unasked", (HttpContext context) => Switch(context, "Sec-WebSocket-Accept", "c29tZXRoaW5n"));
    }

    /// <summary>The certificate for the next connection.</summary>
    public X509Certificate2 Certificate { get; set; } = SelfSigned.Certificate();

    public int Port => new Uri(_application.Urls.First()).Port;

    /// <summary>The requests that opened a WebSocket.</summary>
    public IReadOnlyCollection<HttpContext> Opened => _opened;

    /// <param name="talk">The dialogue over each WebSocket. Afterwards an open WebSocket stays open, and the server does not read it.</param>
    public static async Task<SocketServer> StartAsync(Func<WebSocket, HttpContext, Task> talk)
    {
        var server = new SocketServer(talk);
        await server._application.StartAsync();
        return server;
    }

    public static Task<SocketServer> StartAsync(Func<WebSocket, Task> talk) => StartAsync((socket, _) => talk(socket));

    /// <summary>Echoes every message until the client closes, and answers the close.</summary>
    public static async Task EchoAsync(WebSocket socket)
    {
        var buffer = new byte[1000];
        while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            await socket.SendAsync(buffer.AsMemory(0, part.Count), WebSocketMessageType.Text, part.EndOfMessage, CancellationToken.None);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    /// <summary>Connects to this server, whose certificate is pinned.</summary>
    /// <param name="clock">The clock of the connection.</param>
    /// <param name="limits">What may be read at most; null for the defaults.</param>
    /// <param name="address">What localhost resolves to each time; null for 127.0.0.1.</param>
    /// <param name="observer">Sees the exchanges.</param>
    /// <param name="useHttps">Whether over TLS.</param>
    public Task<EndpointConnection> ConnectAsync(
        TimeProvider clock, ReadLimits? limits = null, Func<string>? address = null, IExchangeObserver? observer = null, bool useHttps = true)
    {
        var connector = new EndpointConnector(
            clock,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address?.Invoke() ?? "127.0.0.1")]),
            Options.Create(new ConnectingOptions()),
            Options.Create(limits ?? new ReadLimits()),
            observer);
        var target = new ConnectionTarget
        {
            Host = "localhost",
            Port = Port,
            UseHttps = useHttps,
            CertificateThumbprint = CertificateThumbprint.Of(Certificate),
        };
        return connector.ConnectAsync(target, new Attempt(AttemptPurpose.Test, target, new NoLogins(), clock), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _application.DisposeAsync();
        Certificate.Dispose();
    }

    private static void Switch(HttpContext context, string header, string value)
    {
        context.Response.StatusCode = StatusCodes.Status101SwitchingProtocols;
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers[header] = value;
    }
}
