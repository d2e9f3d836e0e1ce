using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.Providers.VMware.Http;

/// <summary>One request to a vCenter. Holds secrets, and prints none.</summary>
/// <param name="Operation">The operation, for metrics and failures: never a name or id of an object.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with query, from the root of the server.</param>
internal sealed record VCenterRequest(string Operation, HttpMethod Method, string Path)
{
    /// <summary>The token of either API family.</summary>
    public string? SessionId { get; init; }

    public AuthenticationHeaderValue? Authorization { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>Whether the request changes nothing, so that it may be sent again if its answer is lost.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Whether a refusal of the request is a refusal of the credentials.</summary>
    public bool IsLogin { get; init; }

    public VCenterRequest WithBody<T>(T body, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };

    /// <summary>Whether a token that a server gave can be sent back in a header.</summary>
    public static bool IsSessionId(string? token) =>
        token is { Length: > 0 and <= MaxSessionIdLength } && token.All(character => character is > ' ' and <= '~');

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Path);
        message.Options.Set(EndpointConnection.Repeatable, Repeatable);
        message.Headers.UserAgent.Add(UserAgent);
        message.Headers.AcceptEncoding.Add(NotCompressed);
        message.Headers.Authorization = Authorization;
        if (SessionId is not null)
        {
            message.Headers.Add(SessionIdHeader, SessionId);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new("application/json") } };
        }
        else if (IsLogin)
        {
            // Without content, the transport automatically sends a request up to three times more if the connection ends
            // before an answer. With content, even an empty one, it does not: vCenter may already have counted a refusal, so a repetition is wrong.
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }

    public override string ToString() => Operation;

    /// <summary>The header with the token of a session, in requests and in the answer of <c>SessionManager.Login</c>.</summary>
    public const string SessionIdHeader = "vmware-api-session-id";

    private const int MaxSessionIdLength = 4096;

    private static readonly StringWithQualityHeaderValue NotCompressed = new("identity");

    // Administrators see this text in the list of sessions.
    private static readonly ProductInfoHeaderValue UserAgent =
        new("Pulse", typeof(VCenterRequest).Assembly.GetName().Version!.ToString(3));
}
