using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation.TrueNas;

/// <summary>Where real systems differ or fail. Everything can be changed while the simulator runs; each strict behaviour is on at first.</summary>
public sealed partial class FaultSwitches
{
    private readonly Lock _gate = new();
    private volatile FaultRule[] _rules = [];
    private volatile HttpFaultRule[] _httpRules = [];
    private DelayRange? _refusalDelay;

    /// <summary>Answers come in the order of their requests.</summary>
    public bool AnswersInOrder { get; set; }

    /// <summary>Closes with 1007 on more than 8 KiB before the login, and with 1009 on more than 64 KiB after the login.</summary>
    public bool LimitsMessages { get; set; } = true;

    /// <summary>Refuses the 21st call in flight on one socket.</summary>
    public bool LimitsConcurrency { get; set; } = true;

    /// <summary>Refuses the 21st call of a method in 60 s to an address without a session.</summary>
    public bool LimitsAnonymousCalls { get; set; } = true;

    /// <summary>The wait before a call is refused as one too many.</summary>
    public DelayRange RateLimitDelay { get; set; } = DelayRange.Seconds(1, 10);

    /// <summary>The wait before a login is refused: 1 to 2 s, in STIG mode 4 to 5 s.</summary>
    public DelayRange RefusalDelay
    {
        get => _refusalDelay ?? (Level is AssuranceLevel.Level1 ? DelayRange.Seconds(1, 2) : DelayRange.Seconds(4, 5));
        set => _refusalDelay = value;
    }

    /// <summary>Cuts a socket on which nothing has moved for so long. Takes effect with the next message; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromSeconds(3600);

    /// <summary>The GUI allow-list: other addresses get a socket that closes with 1008. Empty for everyone.</summary>
    public IReadOnlyList<IPAddress> AllowList { get; set; } = [];

    /// <summary>Errors have the server's stack with its file names.</summary>
    public bool SendsTraces { get; set; } = true;

    /// <summary>Dates, times and sets are boxed.</summary>
    public bool BoxesValues { get; set; } = true;

    /// <summary>The status of <c>GET /api/versions</c> on CORE: 302 to /ui/, or 404. The facts allow both.</summary>
    public int CoreVersionsStatus { get; set; } = StatusCodes.Status302Found;

    /// <summary>Methods that this system lacks, whatever its release.</summary>
    public ISet<string> MissingMethods { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>A key that arrives in clear text over an insecure transport is revoked for good.</summary>
    public bool RevokesPlainKeys { get; set; } = true;

    /// <summary>A key that is used by SCRAM over an insecure transport is revoked too. The facts do not say; this is the strict reading of "used over ws".</summary>
    public bool RevokesPlainScramKeys { get; set; } = true;

    /// <summary>A proxy in front ends TLS and speaks plain HTTP to the middleware: every transport looks insecure.</summary>
    public bool IsBehindPlainProxy { get; set; }

    /// <summary>A revoked key that also has an expiry is answered EXPIRED. The facts say AUTH_ERR of every revoked key; newer sources differ.</summary>
    public bool RevokedKeyWithExpiryIsExpired { get; set; }

    /// <summary>The account, not the key, has expired.</summary>
    public bool IsAccountExpired { get; set; }

    /// <summary>Whether a right credential may use the API.</summary>
    public bool HasApiAccess { get; set; } = true;

    /// <summary>The account asks for a one-time password after a password. An API key is not affected.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>STIG mode is <see cref="AssuranceLevel.Level2"/>.</summary>
    public AssuranceLevel Level { get; set; }

    /// <summary>This is the standby node of a pair: logins are answered REDIRECT.</summary>
    public bool IsStandby { get; set; }

    public IReadOnlyList<string> StandbyUrls { get; set; } = ["https://192.0.2.10"];

    /// <summary>Answers every login with this <c>response_type</c>, known or not.</summary>
    public string? LoginResponse { get; set; }

    public ScramNonceForm ScramNonce { get; set; }

    public bool SupportsChannelBinding { get; set; } = true;

    public bool RequiresChannelBinding { get; set; }

    /// <summary>The certificate that the middleware believes to show, where a proxy shows another one.</summary>
    public X509Certificate2? CertificateBehindProxy { get; set; }

    /// <summary>The server's signature of a SCRAM login is wrong: somebody plays the server without knowing the key.</summary>
    public bool SignsWrongly { get; set; }
}
