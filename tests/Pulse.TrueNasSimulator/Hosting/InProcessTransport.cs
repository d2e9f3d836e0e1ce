using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Pulse.Simulation.TrueNas;

/// <summary>Hands requests to a simulator without a connection. A plain answer arrives whole; a WebSocket lives on two pipes.</summary>
internal sealed class InProcessTransport(HttpPipeline pipeline, IPAddress from) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var upgrade = new InProcessUpgrade(request);
        var http = new DefaultHttpContext { RequestAborted = upgrade.Aborted };
        Fill(http, request, upgrade);
        using var body = new MemoryStream();
        http.Response.Body = body;
        var served = pipeline.HandleAsync(http);
        if (await Task.WhenAny(served, upgrade.Accepted).WaitAsync(cancellationToken) == upgrade.Accepted)
        {
            return upgrade.Response();
        }

        await served;
        await http.Response.BodyWriter.FlushAsync(cancellationToken);
        return InProcessAnswer.ToMessage(http.Response, new ByteArrayContent(body.ToArray()), request);
    }

    private void Fill(HttpContext http, HttpRequestMessage message, InProcessUpgrade upgrade)
    {
        var (uri, request) = (message.RequestUri!, http.Request);
        request.Method = message.Method.Method;
        request.Scheme = uri.Scheme is "wss" or "https" ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        request.Host = new HostString(uri.Authority);
        request.Path = PathString.FromUriComponent(uri);
        http.Connection.RemoteIpAddress = from;
        http.Features.Set<IHttpWebSocketFeature>(upgrade);
        http.Features.Set<IHttpRequestLifetimeFeature>(upgrade);
    }
}
