namespace Pulse.PlatformConnections.Connecting;

/// <summary>Tells the connection of each request before it is sent.</summary>
internal sealed class AttemptHandler(Action sending, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        sending();
        return base.SendAsync(request, cancellationToken);
    }
}
