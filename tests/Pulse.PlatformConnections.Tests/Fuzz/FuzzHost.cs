using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>The real host, which gets requests unchanged, without a client that would correct them.</summary>
internal sealed class FuzzHost : IAsyncDisposable
{
    private const string AntiforgeryHeader = "X-Pulse-Antiforgery";

    private readonly PulseHost _host;
    private readonly TestServer _server;
    private string _cookie = "";
    private string _antiforgery = "";

    private FuzzHost()
    {
        _host = PulseHost.Start(
            services =>
            {
                // A log of every request would fill the memory.
                services.Configure<LoggerFilterOptions>(logging => logging.AddFilter<LogCapture>(IsUnhandled));
                services.AddSingleton(new Boxes());
                services.AddPlatform<FakeBoxProvider>();
            },
            new Dictionary<string, string>
            {
                ["Pulse:Admin:Password"] = FuzzSeeds.Password,
                ["Pulse:Tests:TimeoutSeconds"] = "2",
                ["Pulse:Polling:TimeoutSeconds"] = "2",
            });
        _server = (TestServer)_host.Services.GetRequiredService<IServer>();
    }

    /// <summary>The exceptions that Pulse did not expect.</summary>
    public IReadOnlyCollection<string> Unhandled => _host.Logs.Lines;

    public static async Task<FuzzHost> StartAsync()
    {
        var host = new FuzzHost();
        var signIn = new FuzzRequest { Method = "POST", Path = "/api/access/sign-in", Sender = Sender.Stranger };
        signIn.Headers["Content-Type"] = "application/json";
        signIn.Body = System.Text.Encoding.UTF8.GetBytes($$"""{"userName":"admin","password":"{{FuzzSeeds.Password}}"}""");
        var (signedIn, _) = await host.SendAsync(signIn, IPAddress.Loopback, CancellationToken.None);
        host._cookie = CookieOf(signedIn);
        var (session, text) = await host.SendAsync(
            new FuzzRequest { Method = "GET", Path = "/api/access/session", Sender = Sender.Admin }, IPAddress.Loopback, CancellationToken.None);
        host._cookie += $"; {CookieOf(session)}";
        host._antiforgery = System.Text.Json.Nodes.JsonNode.Parse(text)!["antiforgeryToken"]!.GetValue<string>();
        return host;
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    public async Task<(HttpResponse Response, string Text)> SendAsync(FuzzRequest request, IPAddress from, CancellationToken cancellationToken)
    {
        var context = await _server.SendAsync(http => Fill(http, request, from), cancellationToken);
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response, await reader.ReadToEndAsync(cancellationToken));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private void Fill(HttpContext http, FuzzRequest request, IPAddress from)
    {
        http.Connection.RemoteIpAddress = from;
        http.Request.Method = request.Method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("pulse.test");

        // The server itself refuses a NUL in a path.
        http.Request.Path = PathString.FromUriComponent(request.Path.Replace("%00", "%01", StringComparison.Ordinal));
        http.Request.QueryString = new QueryString(request.Query);
        http.Request.Body = new MemoryStream(request.Body);

        // All requests use one session: no request may end it.
        if (request.Sender == Sender.Admin && !request.Path.Contains("sign", StringComparison.OrdinalIgnoreCase))
        {
            http.Request.Headers.Cookie = _cookie;
            http.Request.Headers[AntiforgeryHeader] = _antiforgery;
        }
        else if (request.Sender == Sender.Script)
        {
            http.Request.Headers.Authorization = $"Bearer {PulseHost.Token}";
        }

        foreach (var (name, value) in request.Headers)
        {
            http.Request.Headers[name] = value;
        }
    }

    private static bool IsUnhandled(string? category, LogLevel level) =>
        level >= LogLevel.Error && category!.EndsWith("ExceptionHandlerMiddleware", StringComparison.Ordinal);

    private static string CookieOf(HttpResponse response) => response.Headers.SetCookie.Single()!.Split(';')[0];
}
