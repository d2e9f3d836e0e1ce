using System.Net;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// The connections to one system, for requests and for WebSockets. Reconnects by itself, each time under the same checks; follows
/// no redirect, keeps no cookie and uses no proxy but the configured one. Answers are read by <see cref="AnswerBody"/>, which
/// bounds them.
/// </summary>
public sealed class EndpointConnection : IDisposable
{
    /// <summary>The longest answer taken.</summary>
    public const long MaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>Set on a request that may be sent twice: it changes nothing, and what it reads can be read again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("Pulse.Repeatable");

    /// <summary>Set on a request that breaks the protocol on purpose, to see what the system makes of it.</summary>
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

    /// <summary>Sends requests to the system. Has no time limit of its own: the deadline is the caller's.</summary>
    public HttpClient Http { get; }

    /// <summary>What is left of the bytes that one read may take. A read begins with the first request of an attempt.</summary>
    public ReadBudget Budget { get; }

    /// <summary>The certificate seen last; null without HTTPS.</summary>
    public CertificateSeen? Certificate { get; private set; }

    /// <summary>Sends a request, and reads the JSON document of its answer within the limits of one read.</summary>
    /// <param name="request">A path of the system, and headers. Set <see cref="Repeatable"/> on a read that sends no secret.</param>
    /// <param name="json">How the document is read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PlatformFailureException">
    /// There is no answer, or none with such a document. The category follows from the status, see <see cref="AnswerStatus"/>.
    /// </exception>
    public Task<T> ReadJsonAsync<T>(HttpRequestMessage request, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        new JsonExchange(Http, Budget, _target, _clock).RunAsync<T>(request, json, cancellationToken);

    /// <summary>
    /// Opens a WebSocket under the rules of all requests. It ends with the connection at the latest: dispose it before, so that
    /// it is closed in order.
    /// </summary>
    /// <param name="path">Where on the system.</param>
    /// <param name="options">What else is asked for; null for nothing.</param>
    /// <param name="cancellationToken">Ends the opening; the WebSocket lives on.</param>
    /// <exception cref="UpgradeRefusedException">The system answers otherwise than with a WebSocket.</exception>
    /// <exception cref="PlatformFailureException">There is no connection, or no WebSocket at its end.</exception>
    public async Task<EndpointSocket> OpenSocketAsync(string path, EndpointSocketOptions? options, CancellationToken cancellationToken) =>
        new(await new SocketHandshake(Http, _target, _clock).RunAsync(path, options ?? new(), cancellationToken), this, _target, _clock, _ended);

    /// <summary>Closes the connections, and ends the WebSockets that were not closed before.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
        Http.Dispose();
        Interlocked.Exchange(ref _opened, null)?.Dispose();
    }

    /// <summary>
    /// Something is sent or read over the connection: the attempt under way gets the certificate, also that of a connection
    /// which an earlier attempt made. The first time in an attempt, a new read begins.
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

    // Above the pool, so that what is counted is what was sent.
    private static HttpMessageHandler ObservedBy(IExchangeObserver? observer, HttpMessageHandler pool) =>
        observer is null ? pool : new ObservingHandler(observer, pool);

    // A pool is renewed because its connections waited too long: the one that was opened first, and never used, as well.
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
        // The pool goes on connecting after a request was cancelled; this is what ends it.
        ConnectTimeout = TimeSpan.FromSeconds(15),
        // Longer than the usual poll interval, so that a quiet system costs no handshake a poll.
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        // Now and then a new handshake, so that a certificate that was replaced is seen without a restart of the system.
        PooledConnectionLifetime = TimeSpan.FromHours(1),
        ConnectCallback = async (_, cancellationToken) =>
            Interlocked.Exchange(ref _opened, null) ?? await dialer.DialAsync(See, cancellationToken),
    };
}
