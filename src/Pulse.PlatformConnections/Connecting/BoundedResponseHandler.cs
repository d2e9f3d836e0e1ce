namespace Pulse.PlatformConnections.Connecting;

/// <summary>Ends an answer that grows over a limit, also one that does not announce its length.</summary>
internal sealed class BoundedResponseHandler(long limit, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentLength > limit)
        {
            response.Dispose();
            throw TransportFailure.TooLong(request.RequestUri!, limit);
        }

        var total = 0L;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bounded = new StreamContent(new CountingStream(body, read =>
        {
            total += read;
            if (total > limit)
            {
                throw TransportFailure.TooLong(request.RequestUri!, limit);
            }
        }));
        foreach (var header in response.Content.Headers)
        {
            bounded.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = bounded;
        return response;
    }
}
