using System.Text.Json;
using Pulse.PlatformConnections.Connecting;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The tokens of all sessions that Pulse and the questions opened during a proof. Prints none.</summary>
internal sealed class OpenedSessions
{
    private readonly Lock _lock = new();
    private readonly List<OpenedSession> _sessions = [];

    public IReadOnlyList<OpenedSession> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>Remembers the session if the exchange is an accepted login.</summary>
    public void Observe(ObservedExchange exchange)
    {
        if (exchange is not { Method: "POST", Status: 200 or 201 })
        {
            return;
        }

        if (exchange.Target == "/api/session")
        {
            Add(TokenIn(exchange.ResponseBody.Span), isAutomation: true);
        }
        else if (exchange.Target.EndsWith("/Login", StringComparison.Ordinal))
        {
            Add(exchange.ResponseHeaders.GetValueOrDefault(VCenterRequest.SessionIdHeader), isAutomation: false);
        }
    }

    private void Add(string? token, bool isAutomation)
    {
        if (VCenterRequest.IsSessionId(token))
        {
            lock (_lock)
            {
                _sessions.Add(new(token!, isAutomation));
            }
        }
    }

    private static string? TokenIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
