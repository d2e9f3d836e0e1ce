using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Telemetry;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>Answers with the recordings right where the client sends its requests, for tests of very many reads.</summary>
internal sealed class InProcessVCenter : HttpMessageHandler
{
    private static readonly ConcurrentDictionary<string, InProcessAnswer> Recordings = [];

    private readonly TestMeters _meters = new();

    public InProcessVCenter(TestClock clock)
    {
        var metrics = new ConnectionMetrics(new VCenterMetrics(_meters), Target.ConnectionId, clock);
        Client = new VCenterClient(
            new VCenterHttp(new HttpClient(this) { BaseAddress = new("https://vcenter.test") }, new ReadBudget(new ReadLimits()), Target, ReadRetries.Pipeline(clock), metrics, clock),
            Target,
            clock,
            NullLogger.Instance);
    }

    public VCenterClient Client { get; }

    public static ConnectionTarget Target { get; } = new()
    {
        ConnectionId = Guid.NewGuid(),
        Host = "vcenter.test",
        Port = 443,
        Texts = new Dictionary<string, string> { ["username"] = "svc-pulse" },
        Secrets = new Dictionary<string, Secret> { ["password"] = new("S3cret") },
    };

    /// <summary>Whether one session serves both API families.</summary>
    public bool SharesSessions { get; init; } = true;

    /// <summary>How many bytes of an answer arrive at once.</summary>
    public int ChunkSize { get; init; } = int.MaxValue;

    /// <summary>What is answered in place of the recording, by method and last segment of the path.</summary>
    public Func<string, InProcessAnswer, InProcessAnswer> Change { get; set; } = (_, recorded) => recorded;

    /// <summary>The recordings of later updates, in order.</summary>
    public Queue<string> Updates { get; } = [];

    public static InProcessAnswer Recorded(string number) => Recordings.GetOrAdd(number, static key =>
    {
        var (status, body) = Recording.Load(key);
        return new(status, Encoding.UTF8.GetBytes(body ?? ""));
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = $"{request.Method} {request.RequestUri!.Segments[^1]}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = Change(key, Recorded(NumberOf(key, body)));
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new StreamContent(new TrickleStream(answer.Body, ChunkSize)),
            RequestMessage = request,
        };
        if (key == "POST Login")
        {
            response.Headers.Add("vmware-api-session-id", "the-token");
        }

        if (answer.RetryAfter is { } wait)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", wait);
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _meters.Dispose();
        base.Dispose(disposing);
    }

    private string NumberOf(string key, string body) => key switch
    {
        "GET vimServiceVersions.xml" => "01",
        "GET content" => "02",
        "POST session" => "05",
        "GET currentSession" => SharesSessions ? "18" : "28",
        "GET version" => "16",
        "GET host" => "08",
        "GET vm" => "09",
        "GET datastore" => "10",
        "POST Login" => "20",
        "POST CreatePropertyCollector" => "26",
        "POST CreateContainerView" => "22",
        "POST CreateFilter" => "26",
        "POST WaitForUpdatesEx" => body.Contains("\"version\":\"\"") ? "27" : Updates.TryDequeue(out var next) ? next : "28",
        "POST RetrievePropertiesEx" => "23",
        "POST ContinueRetrievePropertiesEx" => body.Contains(Recording.Json("23").GetProperty("token").GetString()!) ? "24" : "25",
        "GET name" => "41",
        "DELETE session" => "45",
        _ => "44",
    };
}
