namespace Pulse.PlatformConnections.Connecting;

/// <summary>Reports each request to the connection before it is sent.</summary>
internal sealed class AttemptHandler(Action sending, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        sending();
        return base.SendAsync(request, cancellationToken);
    }
}
