using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pulse.Simulation;

/// <summary>The answer of a simulator without a connection, as an HTTP client receives it.</summary>
public static class InProcessAnswer
{
    public static HttpResponseMessage ToMessage(HttpResponse response, HttpContent body, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { Content = body, RequestMessage = request };
        foreach (var (name, values) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return message;
    }
}
