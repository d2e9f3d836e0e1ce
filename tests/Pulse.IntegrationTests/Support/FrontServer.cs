using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pulse.IntegrationTests.Support;

/// <summary>A server of the test's own, for what WireMock.Net cannot be: another certificate, or an answer without an end.</summary>
internal sealed class FrontServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _upstream = new();
    private int _requests;

    private FrontServer(X509Certificate2? certificate, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        _server = builder.Build();
        _server.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
    }

    public int Port => new Uri(_server.Urls.Single()).Port;

    public int Requests => _requests;

    /// <summary>Shows a certificate, and counts who sends something in spite of it.</summary>
    public static async Task<FrontServer> WithCertificateAsync(X509Certificate2 certificate)
    {
        var front = new FrontServer(certificate, context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await front._server.StartAsync();
        return front;
    }

    /// <summary>Passes everything on to a vCenter, but answers the requests of one name itself.</summary>
    /// <param name="vCenter">Where the rest goes.</param>
    /// <param name="name">The last part of the path.</param>
    /// <param name="answer">Answers it.</param>
    public static async Task<FrontServer> BeforeAsync(Uri vCenter, string name, RequestDelegate answer)
    {
        FrontServer? front = null;
        front = new FrontServer(null, context => context.Request.Path.Value!.EndsWith($"/{name}", StringComparison.Ordinal)
            ? answer(context)
            : front!.PassOnAsync(vCenter, context));
        await front._server.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _upstream.Dispose();
    }

    private async Task PassOnAsync(Uri vCenter, HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(vCenter, context.Request.Path.ToUriComponent()));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        request.Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null;
        foreach (var header in context.Request.Headers.Where(header => header.Key is not "Host" and not "Content-Length"))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
            }
        }

        using var response = await _upstream.SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        if (response.Headers.TryGetValues("vmware-api-session-id", out var token))
        {
            context.Response.Headers["vmware-api-session-id"] = token.Single();
        }

        if (response.StatusCode != HttpStatusCode.NoContent)
        {
            await response.Content.CopyToAsync(context.Response.Body);
        }
    }
}
