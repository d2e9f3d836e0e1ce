using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Connecting;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>
/// A small vCenter over HTTPS that answers with the recordings. A request goes by its method and last path segment
/// (<c>POST Login</c>), and each can be given another answer.
/// </summary>
internal sealed class VCenterStub : IAsyncDisposable
{
    public const string UserName = "svc-pulse@vsphere.local";
    public const string Password = "S3cret:pw-Ünïcode";

    private const string PrivateCollector =
        """{"_typeName":"ManagedObjectReference","type":"PropertyCollector","value":"session[0a7b153c]collector"}""";

    private readonly X509Certificate2 _certificate = SelfSigned.Certificate();
    private readonly ConcurrentQueue<RecordedRequest> _requests = [];
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = [];
    private readonly ConcurrentDictionary<string, string> _sessions = [];
    private readonly WebApplication _server;
    private int _sessionNumber;

    private VCenterStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        On("GET vimServiceVersions.xml", "01");
        On("GET content", "02");
        On("POST session", CreateSessionAsync);
        On("DELETE session", context => EndSessionAsync(context, "automation"));
        On("GET currentSession", context => IsKnownToViJson(context) ? WriteAsync(context, "18") : WriteNullAsync(context));
        On("POST Login", LoginAsync);
        On("POST Logout", context => EndSessionAsync(context, "vi"));
        On("GET version", "16");
        On("GET host", "08");
        On("GET vm", "09");
        On("GET datastore", "10");
        On("POST CreatePropertyCollector", 200, PrivateCollector);
        On("POST CreateContainerView", "22");
        On("POST CreateFilter", "26");
        On("POST WaitForUpdatesEx", context =>
            Requests[^1].Body.StartsWith("{\"version\":\"\"", StringComparison.Ordinal) ? WriteAsync(context, "27") : WriteNullAsync(context));
        On("POST DestroyPropertyCollector", 204);
        On("POST DestroyView", "43");
        On("GET name", context => WriteAsync(context, 200, JsonSerializer.Serialize($"name of {Requests[^1].Path.Split('/')[^2]}")));
        On("POST RetrievePropertiesEx", "23");
        On("POST ContinueRetrievePropertiesEx", context => WriteAsync(
            context, Requests[^1].Body.Contains(Recording.Json("23").GetProperty("token").GetString()!) ? "24" : "25"));
    }

    /// <summary>Whether one session serves both API families.</summary>
    public bool SharesSessions { get; set; } = true;

    /// <summary>How a null is answered.</summary>
    public NullForm NullForm { get; set; } = NullForm.EmptyBody;

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IEnumerable<string> Keys => _requests.Select(request => request.Key);

    public IEnumerable<string> OpenSessions => _sessions.Keys;

    public ConnectionTarget Target => new()
    {
        Host = "127.0.0.1",
        Port = new Uri(_server.Urls.Single()).Port,
        CertificateThumbprint = CertificateThumbprint.Of(_certificate),
        Texts = new Dictionary<string, string> { ["username"] = UserName },
        Secrets = new Dictionary<string, Secret> { ["password"] = new(Password) },
    };

    public static async Task<VCenterStub> StartAsync()
    {
        var stub = new VCenterStub();
        await stub._server.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        CheckRequests();
    }

    // What the stub answers is made up by the tests; what the client sends to it is not.
    private void CheckRequests()
    {
        var contract = VendorContract.Load();
        var deviations = _requests.SelectMany(request => contract.CheckRequest(new Exchange
        {
            Method = request.Key.Split(' ')[0],
            Target = request.Path,
            RequestBody = Encoding.UTF8.GetBytes(request.Body),
        }));
        deviations.Should().BeEmpty("the client keeps to the vendor's contract");
    }

    public void On(string key, RequestDelegate answer) => _answers[key] = answer;

    public void On(string key, string recording) => On(key, context => WriteAsync(context, recording));

    public void On(string key, int status, string? body = null, string contentType = "application/json") =>
        On(key, context => WriteAsync(context, status, body, contentType));

    /// <summary>Gives other answers first, in order, and then again what was there before.</summary>
    public void OnFirst(string key, params RequestDelegate[] answers)
    {
        var after = _answers[key];
        var left = new ConcurrentQueue<RequestDelegate>(answers);
        On(key, context => left.TryDequeue(out var answer) ? answer(context) : after(context));
    }

    public RequestDelegate AnswerOf(string key) => _answers[key];

    /// <summary>Forgets every session, as after an idle time or a restart.</summary>
    public void ExpireSessions() => _sessions.Clear();

    public int CountOf(string key) => Keys.Count(candidate => candidate == key);

    /// <summary>Answers a null in the form that is set.</summary>
    public Task WriteNullAsync(HttpContext context)
    {
        switch (NullForm)
        {
            case NullForm.NoContent:
                return WriteAsync(context, 204);
            case NullForm.Literal:
                return WriteAsync(context, 200, "null");
            case NullForm.EmptyChunked:
                return context.Response.StartAsync();
            default:
                context.Response.ContentLength = 0;
                return Task.CompletedTask;
        }
    }

    public static Task WriteAsync(HttpContext context, string recording)
    {
        var (status, body) = Recording.Load(recording);
        return WriteAsync(context, status, body, recording == "01" ? "text/xml; charset=utf-8" : "application/json");
    }

    public static Task WriteAsync(HttpContext context, int status, string? body = null, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        if (body is null)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    }

    /// <summary>Cuts the connection before anything is answered.</summary>
    public static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // The path as it came: a percent-encoded bracket stays one.
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var key = $"{context.Request.Method} {path.Split('/', '?')[^1]}";
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var request = new RecordedRequest(
            key, path, headers["vmware-api-session-id"], headers.Authorization, headers.UserAgent, await reader.ReadToEndAsync());
        _requests.Enqueue(request);

        if (path.StartsWith("/sdk/vim25/", StringComparison.Ordinal) && !IsWellFormed(request.Body))
        {
            await WriteAsync(context, 500, """{"_typeName":"InvalidArgument","faultstring":"Invalid MoRef field","invalidProperty":"type"}""");
        }
        else if (path.StartsWith("/sdk/vim25/", StringComparison.Ordinal) && !IsAnonymous(key) && !IsKnownToViJson(context))
        {
            await WriteAsync(context, "21");
        }
        else if (path.StartsWith("/api/", StringComparison.Ordinal) && key != "POST session" && !IsSession(request.SessionId, "automation"))
        {
            await WriteAsync(context, "07");
        }
        else
        {
            await _answers[key](context);
        }
    }

    private static bool IsAnonymous(string key) => key is "GET content" or "GET currentSession" or "POST Login";

    // As 8.0.3 does: a nested object without _typeName is taken for a MoRef (facts.md#2.23).
    private static bool IsWellFormed(string body)
    {
        if (body.Length == 0)
        {
            return true;
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.EnumerateObject().All(member => IsTyped(member.Value));
    }

    private static bool IsTyped(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty("_typeName", out _) && element.EnumerateObject().All(member => IsTyped(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsTyped),
        _ => true,
    };

    private bool IsSession(string? sessionId, string family) =>
        sessionId is not null && _sessions.TryGetValue(sessionId, out var found) && found == family;

    private bool IsKnownToViJson(HttpContext context) =>
        IsSession(context.Request.Headers["vmware-api-session-id"], SharesSessions ? "automation" : "vi");

    private string OpenSession(string family)
    {
        var sessionId = $"{family}-session-{Interlocked.Increment(ref _sessionNumber)}";
        _sessions[sessionId] = family;
        return sessionId;
    }

    private Task CreateSessionAsync(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password}"));
        return context.Request.Headers.Authorization == expected
            ? WriteAsync(context, 201, JsonSerializer.Serialize(OpenSession("automation")))
            : WriteAsync(context, "04");
    }

    private async Task LoginAsync(HttpContext context)
    {
        using var body = JsonDocument.Parse(Requests[^1].Body);
        if (body.RootElement.GetProperty("userName").GetString() != UserName || body.RootElement.GetProperty("password").GetString() != Password)
        {
            await WriteAsync(context, "19");
            return;
        }

        context.Response.Headers["vmware-api-session-id"] = OpenSession("vi");
        await WriteAsync(context, "20");
    }

    private Task EndSessionAsync(HttpContext context, string family)
    {
        var sessionId = context.Request.Headers["vmware-api-session-id"].ToString();
        if (IsSession(sessionId, family))
        {
            _sessions.TryRemove(sessionId, out _);
        }

        return WriteAsync(context, 204);
    }
}
