using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Audit;

/// <summary>Gives the actor of the current code: the sender of the current request, or Pulse itself.</summary>
internal sealed class RequestActor(IHttpContextAccessor http)
{
    private const string NoRequest = "pulse";
    private const string NotSignedIn = "anonymous";

    public string Name => http.HttpContext is { } context ? context.User.Identity?.Name ?? NotSignedIn : NoRequest;

    public string? Address => Plain(http.HttpContext?.Connection.RemoteIpAddress)?.ToString();

    // A dual-stack socket shows IPv4 clients as ::ffff:192.0.2.1.
    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
