namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// When an account may be tried again after refused logins. vCenter's default policy locks an account after 5 refusals
/// within 180 s, and other tools may use the same account, so Pulse stays well below that.
/// </summary>
/// <param name="Wait">How long to wait.</param>
/// <param name="Refusals">How often this secret was refused since it last worked.</param>
/// <param name="WasTried">False when the login was not even sent.</param>
internal sealed record LoginHold(TimeSpan Wait, int Refusals, bool WasTried)
{
    /// <summary>The same secret waits this long: systems are known to refuse a right password at random now and then.</summary>
    public static readonly TimeSpan SameSecret = TimeSpan.FromMinutes(5);

    /// <summary>The window in which refusals of any secret are counted.</summary>
    public static readonly TimeSpan AnySecretWindow = TimeSpan.FromSeconds(180);

    /// <summary>Refusals of any secret that one account may see in the window.</summary>
    public const int AnySecretLimit = 3;

    /// <summary>Refusals of the same secret after which polling stops until an admin changes something.</summary>
    public const int SuspendAfter = 2;

    /// <summary>Whether polling stops until an admin changes something.</summary>
    public bool Suspends => Refusals >= SuspendAfter;

    /// <summary>When the login may be tried again, in the time of the wall at the moment of the answer.</summary>
    public required DateTimeOffset RetryAt { get; init; }

    /// <summary>The other system that refused the secret last, when the account belongs to a directory; else null.</summary>
    public string? RefusedElsewhere { get; init; }

    /// <param name="refusals">The refused logins of one account: how long ago, and whether with the secret in question.</param>
    /// <param name="isPoll">Polls do not try a secret a third time by themselves; an admin may.</param>
    /// <param name="now">The time of the wall.</param>
    /// <returns>Null when a login may be tried.</returns>
    public static LoginHold? Judge(IReadOnlyCollection<(TimeSpan Age, bool SameSecret)> refusals, bool isPoll, DateTimeOffset now)
    {
        var same = refusals.Where(refusal => refusal.SameSecret).Select(refusal => refusal.Age).ToList();
        var inWindow = refusals.Select(refusal => refusal.Age).Where(age => age < AnySecretWindow).Order().ToList();

        var sameWait = same.Count == 0 ? TimeSpan.Zero : SameSecret - same.Min();
        var anyWait = inWindow.Count < AnySecretLimit ? TimeSpan.Zero : AnySecretWindow - inWindow[AnySecretLimit - 1];
        var wait = sameWait > anyWait ? sameWait : anyWait;
        return wait > TimeSpan.Zero || (isPoll && same.Count >= SuspendAfter)
            ? new LoginHold(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, same.Count, WasTried: false) { RetryAt = now + wait }
            : null;
    }
}
