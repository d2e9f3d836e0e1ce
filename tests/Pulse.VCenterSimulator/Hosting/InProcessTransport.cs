using Microsoft.AspNetCore.Http.Features;

namespace Pulse.Simulation;

/// <summary>Passes requests to a simulator without a connection. An answer arrives as a whole, and faults of the connection have no effect.</summary>
internal sealed class InProcessTransport(RequestPipeline pipeline) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var http = new DefaultHttpContext { RequestAborted = cancellationToken };
        await FillAsync(http, request, cancellationToken);
        var body = new MemoryStream();
        http.Response.Body = body;
        await pipeline.HandleAsync(http);
        await http.Response.BodyWriter.FlushAsync(cancellationToken);
        body.Position = 0;
        return InProcessAnswer.ToMessage(http.Response, new StreamContent(body), request);
    }

    private static async Task FillAsync(HttpContext http, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var (uri, request) = (message.RequestUri!, http.Request);
        request.Method = message.Method.Method;
        // A percent-encoded slash stays encoded, as in Kestrel.
        request.Path = PathString.FromUriComponent(uri);
        request.QueryString = QueryString.FromUriComponent(uri);
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = uri.PathAndQuery;
        foreach (var (name, values) in message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated ?? default))
        {
            request.Headers[name] = values.ToArray();
        }

        request.Body = message.Content is { } content ? await content.ReadAsStreamAsync(cancellationToken) : Stream.Null;
    }
}
