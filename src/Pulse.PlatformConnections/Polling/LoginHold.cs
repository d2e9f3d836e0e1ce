namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// When an account may be tried again after refused logins. vCenter's default policy locks an account after 5 refusals
/// within 180 s, and other tools may use the same account, so Pulse stays well below that.
/// </summary>
/// <param name="RetryAt">No login to this account with this secret before.</param>
/// <param name="Refusals">How often this secret was refused since it last worked.</param>
/// <param name="WasTried">False when the login was not even sent.</param>
internal sealed record LoginHold(DateTimeOffset RetryAt, int Refusals, bool WasTried)
{
    /// <summary>The same secret waits this long: systems are known to refuse a right password at random now and then.</summary>
    public static readonly TimeSpan SameSecret = TimeSpan.FromMinutes(5);

    /// <summary>The window in which refusals of any secret are counted.</summary>
    public static readonly TimeSpan AnySecretWindow = TimeSpan.FromSeconds(180);

    /// <summary>Refusals of any secret that one account may see in the window.</summary>
    public const int AnySecretLimit = 3;

    /// <summary>Refusals of the same secret after which polling stops until an admin changes something.</summary>
    public const int SuspendAfter = 2;

    public bool Suspends => Refusals >= SuspendAfter;

    /// <param name="refusals">The refused logins of one account: when, and whether with the secret in question.</param>
    /// <param name="now">Now.</param>
    /// <returns>Null when a login may be tried.</returns>
    public static LoginHold? Judge(IReadOnlyCollection<(DateTimeOffset At, bool SameSecret)> refusals, DateTimeOffset now)
    {
        var same = refusals.Where(refusal => refusal.SameSecret).Select(refusal => refusal.At).ToList();
        var inWindow = refusals.Select(refusal => refusal.At).Where(at => at > now - AnySecretWindow).Order().ToList();

        var sameUntil = same.Count == 0 ? now : same.Max() + SameSecret;
        var anyUntil = inWindow.Count < AnySecretLimit ? now : inWindow[^AnySecretLimit] + AnySecretWindow;
        var retryAt = sameUntil > anyUntil ? sameUntil : anyUntil;
        return retryAt > now ? new LoginHold(retryAt, same.Count, WasTried: false) : null;
    }
}
