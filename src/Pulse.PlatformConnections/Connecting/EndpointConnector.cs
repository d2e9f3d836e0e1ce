using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Connects to the system of a <see cref="ConnectionTarget"/> under the rules for every platform: the allowed
/// addresses, the trusted certificates, and the largest answer.
/// </summary>
public sealed class EndpointConnector
{
    private readonly TimeProvider _clock;
    private readonly HostResolver _resolve;
    private readonly IOptions<ConnectingOptions> _options;
    private readonly IOptions<ReadLimits> _limits;
    private readonly IExchangeObserver? _observer;

    /// <summary>A connector without restrictions by settings.</summary>
    /// <param name="clock">Compares the dates of certificates and limits the wait for an address.</param>
    /// <param name="resolve">Resolves names; the system's resolver by default.</param>
    public EndpointConnector(TimeProvider clock, HostResolver? resolve = null)
        : this(clock, resolve, Options.Create(new ConnectingOptions()))
    {
    }

    // Read with the first connection: a provider is created before the settings are checked.
    internal EndpointConnector(
        TimeProvider clock,
        HostResolver? resolve,
        IOptions<ConnectingOptions> options,
        IOptions<ReadLimits>? limits = null,
        IExchangeObserver? observer = null)
    {
        _clock = clock;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _options = options;
        _limits = limits ?? Options.Create(new ReadLimits());
        _observer = observer;
    }

    /// <summary>The steps of <see cref="ConnectAsync"/>, in order: the first steps of every provider.</summary>
    public static IReadOnlyList<PlatformStep> Steps { get; } =
        [new("resolve", "Resolve the name"), new("connect", "Connect"), new("tls", "Check the certificate")];

    /// <summary>Trusted authorities that replace those of the machine, for tests.</summary>
    internal X509Certificate2Collection? Trusted { get; init; }

    /// <summary>Connects in steps, and returns the connection, which the first request uses.</summary>
    /// <exception cref="PlatformFailureException">There is no connection, or the connection is not trusted.</exception>
    public async Task<EndpointConnection> ConnectAsync(ConnectionTarget target, Attempt attempt, CancellationToken cancellationToken)
    {
        var options = _options.Value;
        var dialer = new EndpointDialer(
            target,
            _resolve,
            _clock,
            new AddressPolicy(options.AllowedNetworks),
            options.Proxy is null ? null : new ProxyTunnel(target, options.Proxy, _resolve, _clock),
            options.ProxyExceptions,
            Trusted);
        var addresses = await attempt.StepAsync("resolve", async notes =>
        {
            var found = await dialer.ResolveAsync(cancellationToken);
            var named = found.Select(address => notes.Name($"{address}", ReportedNameKind.Address)).ToList();
            var allowed = dialer.Allowed(found);
            notes.Say(IPAddress.TryParse(target.Host, out _) ? "An address, nothing to resolve" : $"Resolved to {string.Join(", ", named)}");
            return allowed;
        });
        var socket = await attempt.StepAsync("connect", async notes =>
        {
            var dialed = await dialer.ConnectAsync(addresses, cancellationToken);
            notes.Name($"{dialed.Address}", ReportedNameKind.Address);
            var through = dialed.ThroughProxy ? $" through the proxy {notes.Name(options.Proxy!.Host, ReportedNameKind.Host)}:{options.Proxy.Port}" : "";
            notes.Say($"Connected to {new IPEndPoint(dialed.Address, target.Port)}{through}");
            return dialed.Socket;
        });
        var stream = await attempt.StepAsync("tls", notes =>
            target.UseHttps ? SecureAsync(dialer, socket, attempt, notes, cancellationToken) : Task.FromResult<Stream>(StayPlain(dialer, socket, notes)));
        return new EndpointConnection(target, dialer, stream, attempt, _limits.Value, _clock, _observer);
    }

    private static async Task<Stream> SecureAsync(
        EndpointDialer dialer, Socket socket, Attempt attempt, StepNotes notes, CancellationToken cancellationToken)
    {
        var (stream, decision) = await dialer.SecureAsync(socket, seen => attempt.Certificate = seen, cancellationToken);
        var summary = $"{NameOf(stream.SslProtocol)}, {decision.Sentence}{(decision.Expiry is { } expiry ? $"; {expiry}" : "")}";
        if (decision.Remedy is { } remedy)
        {
            notes.Warn(FailureCategory.TlsUntrusted, summary, remedy);
        }
        else if (decision.Expiry is not null)
        {
            notes.Warn(FailureCategory.TlsExpired, summary, "Renew the certificate on the system, and pin the new one if this one is pinned.");
        }
        else
        {
            notes.Say(summary);
        }

        return stream;
    }

    private static FirstBytes StayPlain(EndpointDialer dialer, Socket socket, StepNotes notes)
    {
        notes.Warn(FailureCategory.TlsUntrusted, "No TLS: every secret travels in clear text", "Use HTTPS.");
        return dialer.Open(socket);
    }

    private static string NameOf(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls13 => "TLS 1.3",
        _ => "TLS 1.2",
    };
}
