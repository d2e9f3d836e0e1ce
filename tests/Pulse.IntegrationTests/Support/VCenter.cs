using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using HandlebarsDotNet.Helpers.Enums;
using Microsoft.AspNetCore.Builder;
using Pulse.Testing;
using WireMock.Handlers;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Pulse.IntegrationTests.Support;

/// <summary>
/// The vCenter of one test, on ports of its own: plays the scenarios of <c>Stubs</c> with WireMock.Net, and tells what it was
/// asked. A later scenario goes before an earlier one.
/// </summary>
public sealed class VCenter : IAsyncDisposable
{
    public const string UserName = "svc-pulse@vsphere.local";

    /// <summary>Marked, so that it is found wherever it does not belong.</summary>
    public const string Password = "Canary-7f3a:pässword";

    public const string WrongPassword = "Canary-91c2:wröng";

    public const string Host = "127.0.0.1";

    // More than the priorities within a scenario differ.
    private const int Layer = 10;

    private static readonly X509Certificate2 Certificate = CertificateOf(-30, 365);
    private static readonly string Stubs = Path.Combine(AppContext.BaseDirectory, "Stubs");

    private readonly WireMockServer _server;
    private readonly TaskCompletionSource<long> _hungUp = new();

    private int _priority;
    private int _piecesSent;

    /// <param name="certificate">The one to show; null for that of all.</param>
    public VCenter(X509Certificate2? certificate = null) => _server = WireMockServer.Start(new WireMockServerSettings
    {
        Urls = [$"http://{Host}:0", $"https://{Host}:0"],
        CertificateSettings = new WireMockCertificateSettings { X509Certificate = certificate ?? Certificate },
        FileSystemHandler = new BodyFiles(),
        AllowBodyForAllHttpMethods = true,
        // All helpers are registered anew for each answer that is made from a template, which takes long.
        HandlebarsSettings = new HandlebarsSettings { AllowedHandlebarsHelpers = [Category.Random] },
        AdditionalServiceRegistration = Line.Hold,
        PreWireMockMiddlewareInit = server => Line.Lay((IApplicationBuilder)server, _hungUp, () => Interlocked.Increment(ref _piecesSent)),
    });

    /// <summary>A certificate for the host alone. WireMock.Net takes no key but one of RSA.</summary>
    public static X509Certificate2 CertificateOf(int validFromDays, int validToDays) =>
        SelfSigned.Certificate(name: null, Host, validFromDays, validToDays, hasRsaKey: true);

    /// <summary>Completes when Pulse hangs up on an answer without an end, with the bytes that it was sent.</summary>
    public Task<long> HungUp => _hungUp.Task;

    /// <summary>The number of pieces of slow answers that were sent.</summary>
    public int PiecesSent => Volatile.Read(ref _piecesSent);

    public int HttpPort => _server.Ports[0];

    public int Port => _server.Ports[1];

    public Uri Http => new($"http://{Host}:{HttpPort}/");

    /// <summary>The SHA-256 thumbprint, as an administrator reads it off the system.</summary>
    public static string Thumbprint => SelfSigned.ThumbprintOf(Certificate);

    public string Endpoint => $"{Host}:{Port}";

    /// <summary>Forgets everything before, and plays these scenarios.</summary>
    public void Play(params string[] scenarios)
    {
        _server.Reset();
        foreach (var scenario in scenarios)
        {
            Add(scenario);
        }
    }

    /// <summary>Plays a scenario before those that are played already.</summary>
    public void Add(string scenario)
    {
        _priority -= Layer;
        var mappings = JsonNode.Parse(Read(scenario))!.AsArray();
        foreach (var mapping in mappings)
        {
            mapping!["Priority"] = _priority + (mapping["Priority"]?.GetValue<int>() ?? 0);
        }

        _server.WithMapping(mappings.ToJsonString());
    }

    /// <summary>Answers one kind of request otherwise than the scenarios do.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathPattern">A regular expression for the whole path.</param>
    /// <param name="answer">The answer; see also <see cref="Line"/>.</param>
    /// <param name="asking">What the body has to contain; null for any.</param>
    public void Answer(string method, string pathPattern, IResponseBuilder answer, string? asking = null)
    {
        _priority -= Layer;
        var request = Request.Create().UsingMethod(method).WithPath(new RegexMatcher($"^{pathPattern}$"));
        _server.Given(asking is null ? request : request.WithBody(body => body?.Contains(asking, StringComparison.Ordinal) == true))
            .AtPriority(_priority)
            .RespondWith(answer);
    }

    /// <summary>What was asked so far, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges() => [.. _server.LogEntries.Select(Exchange.Read)];

    /// <summary>Waits until a request has arrived. Its answer may still be under way.</summary>
    /// <param name="name">See <see cref="Exchange.Name"/>.</param>
    /// <param name="times">The number of such requests.</param>
    public Task WasAskedAsync(string name, int times = 1) =>
        Eventually.GetAsync(() => Task.FromResult(Count(name)), count => count >= times, name);

    public int Count(string name) => Exchanges().Count(exchange => exchange.Name == name);

    /// <summary>How many requests carried a password.</summary>
    public int Logins() => Exchanges().Count(exchange => exchange.IsLogin);

    /// <summary>The tokens that were given and not handed back.</summary>
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
    /// <param name="sessions">The sessions; null for every one that was given.</param>
    public Task SessionsEndedAsync(IReadOnlyList<string>? sessions = null) =>
        Eventually.GetAsync(() => Task.FromResult(OpenSessions()), open => !open.Intersect(sessions ?? open).Any());

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The two healthy vCenters differ in their release, and in whose session VI JSON takes.</summary>
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
