using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Opens one connection to a target: resolves its addresses, connects to a checked one, and checks its certificate.</summary>
/// <param name="target">The target.</param>
/// <param name="resolve">Resolves names.</param>
/// <param name="clock">Compares dates and limits waits.</param>
/// <param name="policy">Decides which addresses are allowed.</param>
/// <param name="tunnel">Opens connections through the proxy; null without a proxy.</param>
/// <param name="direct">The systems that Pulse connects to without the proxy.</param>
/// <param name="trusted">Trusted authorities that replace those of the machine; null for those of the machine.</param>
internal sealed class EndpointDialer(
    ConnectionTarget target,
    HostResolver resolve,
    TimeProvider clock,
    AddressPolicy policy,
    ProxyTunnel? tunnel,
    ProxyExceptions direct,
    X509Certificate2Collection? trusted)
{
    // Long enough for a slow link, and short enough that a dead first address leaves time for the next.
    private static readonly TimeSpan AddressLimit = TimeSpan.FromSeconds(5);

    // Whatever the machine allows: older versions do not protect a password.
    internal const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    private Func<ReadOnlyMemory<byte>> _firstBytes = () => default;

    /// <summary>The base address of requests.</summary>
    public Uri Address => field ??= new UriBuilder(target.UseHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, target.Host, target.Port).Uri;

    /// <summary>All addresses of the target.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(CancellationToken cancellationToken)
    {
        if (Uri.CheckHostName(target.Host) == UriHostNameType.Unknown)
        {
            throw TransportFailure.NotResolved(target, SocketError.HostNotFound);
        }

        IPAddress[] found;
        try
        {
            found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(Address.IdnHost, cancellationToken);
        }
        catch (SocketException error)
        {
            throw TransportFailure.NotResolved(target, error.SocketErrorCode);
        }

        return found.Length > 0 ? found : throw TransportFailure.NotResolved(target, SocketError.NoData);
    }

    /// <summary>The allowed addresses: at least one.</summary>
    public IReadOnlyList<IPAddress> Allowed(IReadOnlyList<IPAddress> found)
    {
        var allowed = found.Where(policy.Allows).ToList();
        return allowed.Count > 0 ? allowed : throw TransportFailure.NotAllowed(target, found);
    }

    /// <summary>Connects to the first address that answers.</summary>
    public async Task<DialedSocket> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses.SkipLast(1))
        {
            using var limit = new CancellationTokenSource(AddressLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            try
            {
                return await ConnectAsync(address, either.Token);
            }
            catch (Exception error) when (error is SocketException or PlatformFailureException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The next address may answer; the last failure counts.
            }
        }

        try
        {
            return await ConnectAsync(addresses[^1], cancellationToken);
        }
        catch (SocketException error)
        {
            throw TransportFailure.NotConnected(target, error.SocketErrorCode);
        }
    }

    /// <summary>The first bytes that the other side sent over the latest connection.</summary>
    public ReadOnlyMemory<byte> FirstBytes => _firstBytes();

    /// <summary>The stream of a connection.</summary>
    public FirstBytes Open(Socket socket)
    {
        var stream = new FirstBytes(new NetworkStream(socket, ownsSocket: true));
        _firstBytes = () => stream.Kept;
        return stream;
    }

    /// <summary>Starts TLS on a connection. Returns the certificate whatever the decision about it is.</summary>
    public async Task<SecuredStream> SecureAsync(Socket socket, Action<CertificateSeen> seen, CancellationToken cancellationToken)
    {
        CertificateDecision? decision = null;
        var answer = Open(socket);
        var stream = new SslStream(answer);
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = Address.IdnHost,
                    EnabledSslProtocols = Protocols,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    CertificateChainPolicy = ChainPolicy(),
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    {
                        if (certificate is not X509Certificate2 leaf)
                        {
                            return false;
                        }

                        var links = ChainLink.Of(leaf, chain);
                        decision = CertificateDecision.Of(target, links, errors, clock.GetUtcNow());
                        seen(decision.Describe(links[0]));
                        return decision.Refusal is null;
                    },
                },
                cancellationToken);
            return new(stream, decision!);
        }
        catch (Exception error)
        {
            await stream.DisposeAsync();
            throw error switch
            {
                AuthenticationException when decision?.Refusal is { } refusal =>
                    new PlatformFailureException(refusal) { Sentence = decision.Sentence, Remedy = decision.Remedy, ReportedNames = decision.ReportedNames },
                IOException { InnerException: SocketException } when answer.Kept.IsEmpty => TransportFailure.Lost(target),
                AuthenticationException or IOException => WrongScheme.NoTls(target, answer.Kept.Span),
                _ => error,
            };
        }
    }

    /// <summary>All three steps together, for the reconnects of the pool.</summary>
    public async Task<Stream> DialAsync(Action<CertificateSeen> seen, CancellationToken cancellationToken)
    {
        var (socket, _, _) = await ConnectAsync(Allowed(await ResolveAsync(cancellationToken)), cancellationToken);
        return target.UseHttps ? (await SecureAsync(socket, seen, cancellationToken)).Stream : Open(socket);
    }

    // A certificate may name any URL for its issuer; downloading the issuer would bypass the address check.
    private X509ChainPolicy ChainPolicy()
    {
        var chain = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = clock.GetUtcNow().UtcDateTime.ToLocalTime(),
        };
        if (trusted is not null)
        {
            chain.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.CustomTrustStore.AddRange(trusted);
        }

        return chain;
    }

    private async Task<DialedSocket> ConnectAsync(IPAddress address, CancellationToken cancellationToken)
    {
        if (tunnel is not null && !direct.Cover(target.Host, address))
        {
            return new(await tunnel.OpenAsync(address, cancellationToken), address, ThroughProxy: true);
        }

        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        TcpKeepAlive.SwitchOn(socket);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellationToken);
            return new(socket, address, ThroughProxy: false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
