using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Passes each request and its answer to the observer, as sent and as read. Changes neither.</summary>
internal sealed class ObservingHandler(IExchangeObserver observer, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = new ObservedExchange(request.Method.Method, request.RequestUri!.PathAndQuery)
        {
            RequestBody = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken),
            IsDeliberate = request.Options.TryGetValue(EndpointConnection.Deliberate, out var deliberate) && deliberate,
        };
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch
        {
            observer.Saw(exchange);
            throw;
        }

        exchange = exchange with
        {
            Status = (int)response.StatusCode,
            ResponseHeaders = response.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            ResponseType = response.Content.Headers.ContentType?.MediaType,
        };
        // The bytes after a switch to another protocol are not a body, and both sides write them.
        if (response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.SwitchingProtocols || response.Content.Headers.ContentLength == 0)
        {
            observer.Saw(exchange with { IsWhole = true });
            return response;
        }

        response.Content = new ObservedContent(
            response.Content, (body, isWhole) => observer.Saw(exchange with { ResponseBody = body, IsWhole = isWhole }));
        return response;
    }
}
