using System.Text;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Proving;

/// <summary>A line of a bundle. Without a body if Pulse did not read the answer to its end.</summary>
internal sealed record BundledExchange(
    string Method, string Target, string RequestBody, int? Status, string? ResponseType, string? Challenge, string ResponseBody, bool IsWhole, bool IsDeliberate)
{
    public static BundledExchange Of(ObservedExchange exchange) => new(
        exchange.Method,
        exchange.Target,
        Encoding.UTF8.GetString(exchange.RequestBody.Span),
        exchange.Status,
        exchange.ResponseType,
        exchange.ResponseHeaders.GetValueOrDefault("WWW-Authenticate"),
        Encoding.UTF8.GetString(exchange.ResponseBody.Span),
        exchange.IsWhole,
        exchange.IsDeliberate);
}
