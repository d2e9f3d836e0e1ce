using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.Host.Tests.Bodies;

/// <summary>A host that listens, a signed-in admin, and every route that reads a body; requests are sent byte by byte.</summary>
public sealed partial class BodyHost : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    // Routes that change something and read no body. The tests find and test every other new route automatically.
    private static readonly string[] WithoutBody = ["POST /api/access/sign-out", "POST /api/access/sign-out-everywhere"];

    private readonly PulseHost _host = PulseHost.Start(
        services => services.AddSingleton<IStartupFilter>(new OwnAddresses()),
        new Dictionary<string, string> { ["Pulse:Admin:Password"] = Password },
        listen: true);

    private string _session = "";
    private int _requests;

    public IServiceProvider Services => _host.Services;

    public LogCapture Logs => _host.Logs;

    /// <summary>Method and path of each route with a body, found in the routing table.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Routes = [.. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], (endpoint, method) => (Method: method, endpoint.RoutePattern))
            .Where(route => route.Method is "POST" or "PUT" or "PATCH")
            .Select(route => $"{route.Method} /{Parameter().Replace(route.RoutePattern.RawText!.Trim('/'), "01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55")}")
            .Except(WithoutBody)];

        using var client = _host.CreateAnonymousClient();
        using var signedIn = await client.PostAsJsonAsync("api/access/sign-in", new { userName = "admin", password = Password });
        var cookie = CookieOf(signedIn);
        using var ask = new HttpRequestMessage(HttpMethod.Get, "api/access/session") { Headers = { { "Cookie", cookie } } };
        using var session = await client.SendAsync(ask);
        var token = (await session.Content.ReadFromJsonAsync<JsonNode>())!["antiforgeryToken"]!.GetValue<string>();
        _session = $"Cookie: {cookie}; {CookieOf(session)}\r\nX-Pulse-Antiforgery: {token}\r\n";
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Sends a request over a separate connection, and reads the whole answer.</summary>
    /// <param name="route">Method and path.</param>
    /// <param name="headers">The headers about the body, each with its line end.</param>
    /// <param name="body">The bytes after the headers.</param>
    /// <param name="asStranger">Whether to send the request without the session of the admin.</param>
    public async Task<(int Status, string Text)> SendAsync(string route, string headers, byte[] body, bool asStranger = false)
    {
        await using var stream = await RequestAsync(route, headers, body, asStranger);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        return (int.Parse(answer.AsSpan(9, 3)), answer);
    }

    /// <summary>Sends a request, and closes the connection without reading the answer.</summary>
    public async Task HangUpAsync(string route, string headers, byte[] body)
    {
        await using var stream = await RequestAsync(route, headers, body, asStranger: false);
    }

    private async Task<NetworkStream> RequestAsync(string route, string headers, byte[] body, bool asStranger)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var address = new IPAddress(0x0200_0000 + Interlocked.Increment(ref _requests));
        var session = asStranger ? "" : _session;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{route} HTTP/1.1\r\nHost: pulse\r\nConnection: close\r\n{OwnAddresses.Header}: {address}\r\n{session}{headers}\r\n"));
        await stream.WriteAsync(body);
        return stream;
    }

    private static string CookieOf(HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    /// <summary>Each request comes from another address, so that the rate limit does not answer instead of the reader.</summary>
    private sealed class OwnAddresses : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers[Header].FirstOrDefault() is { } address)
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return following(context);
            });
            next(app);
        };
    }
}
