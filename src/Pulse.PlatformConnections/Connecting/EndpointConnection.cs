using System.Net;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// The connections to one system, for requests and for WebSockets. Reconnects automatically, each time with the same checks. Follows
/// no redirect, keeps no cookie and uses no proxy except the configured one. <see cref="AnswerBody"/> reads the answers and
/// limits them.
/// </summary>
public sealed class EndpointConnection : IDisposable
{
    /// <summary>The size of the longest accepted answer.</summary>
    public const long MaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>Set on a request that may be sent twice: the request changes nothing, and its answer can be read again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("Pulse.Repeatable");

    /// <summary>Set on a request that breaks the protocol on purpose, to see the reaction of the system.</summary>
    public static readonly HttpRequestOptionsKey<bool> Deliberate = new("Pulse.Deliberate");

    private readonly ConnectionTarget _target;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _ended;
    private Stream? _opened;
    private bool _hasPool;
    private Attempt? _attempt;

    internal EndpointConnection(
        ConnectionTarget target,
        EndpointDialer dialer,
        Stream opened,
        Attempt attempt,
        ReadLimits limits,
        TimeProvider clock,
        IExchangeObserver? observer = null)
    {
        (_target, _clock, _opened, _attempt, _ended) = (target, clock, opened, attempt, _ending.Token);
        Certificate = attempt.Certificate;
        Budget = new ReadBudget(limits);
        Http = new HttpClient(new AttemptHandler(NoteAttempt, new WrongEndpointHandler(
            target, () => dialer.FirstBytes, new IdleConnectionHandler(() => ObservedBy(observer, NextPoolOf(dialer)), clock))))
        {
            BaseAddress = dialer.Address,
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends requests to the system. Has no time limit: the caller sets the deadline.</summary>
    public HttpClient Http { get; }

    /// <summary>The remaining bytes of one read. A read begins with the first request of an attempt.</summary>
    public ReadBudget Budget { get; }

    /// <summary>The latest certificate; null without HTTPS.</summary>
    public CertificateSeen? Certificate { get; private set; }

    /// <summary>Sends a request, and reads the JSON document of its answer within the limits of one read.</summary>
    /// <param name="request">A request with a path and headers. Set <see cref="Repeatable"/> on a read that sends no secret.</param>
    /// <param name="json">The options for reading the document.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PlatformFailureException">
    /// There is no answer, or the answer has no such document. The category follows from the status, see <see cref="AnswerStatus"/>.
    /// </exception>
    public Task<T> ReadJsonAsync<T>(HttpRequestMessage request, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        new JsonExchange(Http, Budget, _target, _clock).RunAsync<T>(request, json, cancellationToken);

    /// <summary>
    /// Opens a WebSocket under the rules of all requests. The WebSocket ends with the connection at the latest: dispose the WebSocket before, so that
    /// it is closed properly.
    /// </summary>
    /// <param name="path">The path on the system.</param>
    /// <param name="options">Further options; null for none.</param>
    /// <param name="cancellationToken">Ends the opening; the WebSocket stays open.</param>
    /// <exception cref="UpgradeRefusedException">The system does not answer with a WebSocket.</exception>
    /// <exception cref="PlatformFailureException">There is no connection, or it does not become a WebSocket.</exception>
    public async Task<EndpointSocket> OpenSocketAsync(string path, EndpointSocketOptions? options, CancellationToken cancellationToken) =>
        new(await new SocketHandshake(Http, _target, _clock).RunAsync(path, options ?? new(), cancellationToken), this, _target, _clock, _ended);

    /// <summary>Closes the connections, and ends the WebSockets that are still open.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
        Http.Dispose();
        Interlocked.Exchange(ref _opened, null)?.Dispose();
    }

    /// <summary>
    /// Called when the connection sends or reads: the running attempt gets the certificate, even if an earlier attempt made
    /// the connection. The first call in an attempt begins a new read.
    /// </summary>
    internal void NoteAttempt()
    {
        if (Attempt.UnderWay is not { } attempt)
        {
            return;
        }

        if (Interlocked.Exchange(ref _attempt, attempt) != attempt)
        {
            Budget.Begin();
        }

        attempt.Certificate = Certificate;
    }

    private void See(CertificateSeen certificate)
    {
        Certificate = certificate;
        if (_attempt is { } attempt)
        {
            attempt.Certificate = certificate;
        }
    }

    // Above the pool, so that it counts the requests that were really sent.
    private static HttpMessageHandler ObservedBy(IExchangeObserver? observer, HttpMessageHandler pool) =>
        observer is null ? pool : new ObservingHandler(observer, pool);

    // A pool is renewed because its connections were idle too long, including one that was opened first and never used.
    private SocketsHttpHandler NextPoolOf(EndpointDialer dialer)
    {
        if (_hasPool)
        {
            Interlocked.Exchange(ref _opened, null)?.Dispose();
        }

        _hasPool = true;
        return PoolOf(dialer);
    }

    private SocketsHttpHandler PoolOf(EndpointDialer dialer) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        // The pool continues to connect after a request was cancelled; this timeout ends that.
        ConnectTimeout = TimeSpan.FromSeconds(15),
        // Longer than the usual poll interval, so that a quiet system needs no handshake for each poll.
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        // A new handshake from time to time, so that Pulse sees a replaced certificate without a restart of the system.
        PooledConnectionLifetime = TimeSpan.FromHours(1),
        ConnectCallback = async (_, cancellationToken) =>
            Interlocked.Exchange(ref _opened, null) ?? await dialer.DialAsync(See, cancellationToken),
    };
}
