using System.Net;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// The HTTP connections to one system. Reconnects by itself, each time under the same checks; follows no redirect,
/// keeps no cookie and uses no proxy but the configured one. Answers are read by <see cref="AnswerBody"/>, which bounds them.
/// </summary>
public sealed class EndpointConnection : IDisposable
{
    /// <summary>The longest answer taken.</summary>
    public const long MaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>Set on a request that may be sent twice: it changes nothing, and what it reads can be read again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("Pulse.Repeatable");

    /// <summary>Set on a request that breaks the protocol on purpose, to see what the system makes of it.</summary>
    public static readonly HttpRequestOptionsKey<bool> Deliberate = new("Pulse.Deliberate");

    private Stream? _opened;

    internal EndpointConnection(
        ConnectionTarget target,
        EndpointDialer dialer,
        Stream opened,
        CertificateSeen? certificate,
        ReadLimits limits,
        TimeProvider clock,
        IExchangeObserver? observer = null)
    {
        _opened = opened;
        Certificate = certificate;
        Budget = new ReadBudget(limits);
        Http = new HttpClient(new WrongEndpointHandler(
            target, () => dialer.FirstBytes, new IdleConnectionHandler(() => ObservedBy(observer, PoolOf(dialer)), clock)))
        {
            BaseAddress = dialer.Address,
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends requests to the system. Has no time limit of its own: the deadline is the caller's.</summary>
    public HttpClient Http { get; }

    /// <summary>What is left of the bytes that one read may take. Its holder says when a read begins.</summary>
    public ReadBudget Budget { get; }

    /// <summary>The certificate seen last; null without HTTPS.</summary>
    public CertificateSeen? Certificate { get; private set; }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        Http.Dispose();
        Interlocked.Exchange(ref _opened, null)?.Dispose();
    }

    // Above the pool, so that what is counted is what was sent.
    private static HttpMessageHandler ObservedBy(IExchangeObserver? observer, HttpMessageHandler pool) =>
        observer is null ? pool : new ObservingHandler(observer, pool);

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
            Interlocked.Exchange(ref _opened, null) ?? await dialer.DialAsync(seen => Certificate = seen, cancellationToken),
    };
}
