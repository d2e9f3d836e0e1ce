namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Lets answers arrive a few bytes at a time.</summary>
internal sealed class TricklingHandler(HttpMessageHandler inner, int chunkSize) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var answer = response.Content;
        response.Content = new StreamContent(new TrickleStream(await answer.ReadAsByteArrayAsync(cancellationToken), chunkSize));
        foreach (var (name, values) in answer.Headers.NonValidated)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return response;
    }
}
