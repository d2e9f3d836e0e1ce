using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using HandlebarsDotNet.Helpers.Enums;
using Microsoft.AspNetCore.Builder;
using Pulse.Testing;
using WireMock.Handlers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Pulse.IntegrationTests.Support;

/// <summary>
/// The vCenter of one test, on its own ports. Plays the scenarios of <c>Stubs</c> with WireMock.Net, and keeps the requests.
/// A later scenario takes precedence over an earlier one.
/// </summary>
public sealed class VCenter : IAsyncDisposable
{
    public const string UserName = "svc-pulse@vsphere.local";

    /// <summary>The password contains a marker, so that a test finds it in each place where it must not be.</summary>
    public const string Password = "Canary-7f3a:pässword";

    public const string WrongPassword = "Canary-91c2:wröng";

    public const string Host = "127.0.0.1";

    // Larger than the difference between the priorities within a scenario.
    private const int Layer = 10;

    private static readonly X509Certificate2 Certificate = CertificateOf(-30, 365);
    private static readonly string Stubs = Path.Combine(AppContext.BaseDirectory, "Stubs");

    private readonly WireMockServer _server;
    private readonly TaskCompletionSource<long> _hungUp = new();

    private int _priority;
    private int _piecesSent;

    /// <param name="certificate">The certificate to show; null for the shared one.</param>
    public VCenter(X509Certificate2? certificate = null) => _server = WireMockServer.Start(new WireMockServerSettings
    {
        Urls = [$"http://{Host}:0", $"https://{Host}:0"],
        CertificateSettings = new WireMockCertificateSettings { X509Certificate = certificate ?? Certificate },
        FileSystemHandler = new BodyFiles(),
        AllowBodyForAllHttpMethods = true,
        // WireMock.Net registers the helpers again for each answer from a template. All of them would take too long.
        HandlebarsSettings = new HandlebarsSettings { AllowedHandlebarsHelpers = [Category.Random] },
        CustomMatcherMappings = Patterns.ForMappings,
        AdditionalServiceRegistration = Line.Hold,
        PreWireMockMiddlewareInit = server => Line.Lay((IApplicationBuilder)server, _hungUp, () => Interlocked.Increment(ref _piecesSent)),
    });

    /// <summary>A certificate for the host only. WireMock.Net accepts only RSA keys.</summary>
    public static X509Certificate2 CertificateOf(int validFromDays, int validToDays) =>
        SelfSigned.Certificate(name: null, Host, validFromDays, validToDays, hasRsaKey: true);

    /// <summary>Completes when Pulse hangs up during an endless answer, with the number of bytes sent.</summary>
    public Task<long> HungUp => _hungUp.Task;

    /// <summary>The number of pieces of slow answers that were sent.</summary>
    public int PiecesSent => Volatile.Read(ref _piecesSent);

    public int HttpPort => _server.Ports[0];

    public int Port => _server.Ports[1];

    public Uri Http => new($"http://{Host}:{HttpPort}/");

    /// <summary>The SHA-256 thumbprint, in the form that an administrator sees.</summary>
    public static string Thumbprint => SelfSigned.ThumbprintOf(Certificate);

    public string Endpoint => $"{Host}:{Port}";

    /// <summary>Forgets all earlier scenarios and requests, and plays these scenarios.</summary>
    public void Play(params string[] scenarios)
    {
        _server.Reset();
        foreach (var scenario in scenarios)
        {
            Add(scenario);
        }
    }

    /// <summary>Plays a scenario, which takes precedence over the earlier ones.</summary>
    public void Add(string scenario)
    {
        _priority -= Layer;
        var mappings = JsonNode.Parse(Read(scenario))!.AsArray();
        foreach (var mapping in mappings)
        {
            mapping!["Priority"] = _priority + (mapping["Priority"]?.GetValue<int>() ?? 0);
            Patterns.CompileOnce(mapping);
        }

        _server.WithMapping(mappings.ToJsonString());
    }

    /// <summary>Replaces the answer of the scenarios to one kind of request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathPattern">A regular expression for the whole path.</param>
    /// <param name="answer">The answer; see also <see cref="Line"/>.</param>
    /// <param name="asking">A text that the body must contain; null for any body.</param>
    public void Answer(string method, string pathPattern, IResponseBuilder answer, string? asking = null)
    {
        _priority -= Layer;
        var request = Request.Create().UsingMethod(method).WithPath(Patterns.Get($"^{pathPattern}$"));
        _server.Given(asking is null ? request : request.WithBody(body => body?.Contains(asking, StringComparison.Ordinal) == true))
            .AtPriority(_priority)
            .RespondWith(answer);
    }

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges() => [.. _server.LogEntries.Select(Exchange.Read)];

    /// <summary>Waits until a request has arrived. Its answer may still be under way.</summary>
    /// <param name="name">See <see cref="Exchange.Name"/>.</param>
    /// <param name="times">The number of such requests.</param>
    public Task WasAskedAsync(string name, int times = 1) =>
        Eventually.GetAsync(() => Task.FromResult(Count(name)), count => count >= times, name);

    public int Count(string name) => Exchanges().Count(exchange => exchange.Name == name);

    /// <summary>The number of requests that carried a password.</summary>
    public int Logins() => Exchanges().Count(exchange => exchange.IsLogin);

    /// <summary>The tokens of the sessions that are still open.</summary>
    public IReadOnlyList<string> OpenSessions()
    {
        var exchanges = Exchanges();
        return
        [
            .. exchanges.Select(exchange => exchange.SessionGiven).OfType<string>()
                .Except(exchanges.Where(exchange => exchange.IsLogout).Select(exchange => exchange.SessionId).OfType<string>()),
        ];
    }

    /// <summary>Waits until all of the sessions are ended.</summary>
    /// <param name="sessions">The sessions; null for all sessions.</param>
    public Task SessionsEndedAsync(IReadOnlyList<string>? sessions = null) =>
        Eventually.GetAsync(() => Task.FromResult(OpenSessions()), open => !open.Intersect(sessions ?? open).Any());

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The two healthy vCenters differ in their release, and in the API family whose session VI JSON accepts.</summary>
    private static string Read(string scenario) => scenario switch
    {
        "healthy-shared" => ReadHealthy("8.0.3.0", "rest"),
        "healthy-separate" => ReadHealthy("8.0.2.0", "vi"),
        _ => File.ReadAllText(Path.Combine(Stubs, $"{scenario}.json")),
    };

    private static string ReadHealthy(string release, string viSession) => File.ReadAllText(Path.Combine(Stubs, "healthy.json"))
        .Replace("${release}", release, StringComparison.Ordinal)
        .Replace("${releasePattern}", release.Replace(".", "[.]", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("${viSession}", viSession, StringComparison.Ordinal)
        .Replace("${userName}", UserName, StringComparison.Ordinal)
        .Replace("${password}", Password, StringComparison.Ordinal)
        .Replace("${credentials}", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password}")), StringComparison.Ordinal);

    private sealed class BodyFiles : LocalFileSystemHandler
    {
        public override string GetMappingFolder() => Path.Combine(Stubs, "__files");
    }
}
