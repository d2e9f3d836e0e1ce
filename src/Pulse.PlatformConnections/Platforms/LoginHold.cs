namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Decides when an account may be tried again after refused logins. A system may lock an account after a few refusals, and other tools
/// may use the same account, so Pulse stays well below the declared limit.
/// </summary>
/// <param name="Wait">The time to wait.</param>
/// <param name="Refusals">The number of refusals of this secret since it last worked.</param>
/// <param name="WasTried">False if the login was not sent.</param>
internal sealed record LoginHold(TimeSpan Wait, int Refusals, bool WasTried)
{
    /// <summary>The wait before the same secret is tried again: some systems refuse a right password at random now and then.</summary>
    public static readonly TimeSpan SameSecret = TimeSpan.FromMinutes(5);

    /// <summary>The number of refusals of the same secret after which polling stops until an administrator changes something.</summary>
    public const int SuspendAfter = 2;

    /// <summary>Whether polling stops until an administrator changes something.</summary>
    public bool Suspends => Refusals >= SuspendAfter;

    /// <summary>The wall time at which the login may be tried again, as known at the moment of the answer.</summary>
    public required DateTimeOffset RetryAt { get; init; }

    /// <summary>The other system that refused the secret last, if the account belongs to a directory; otherwise null.</summary>
    public string? RefusedElsewhere { get; init; }

    /// <param name="refusals">The refused logins of one account: their ages, and whether they used the secret in question.</param>
    /// <param name="limits">The rule that locks the account; null if there is none.</param>
    /// <param name="isPoll">A poll never tries a secret a third time automatically; an administrator may.</param>
    /// <param name="now">The wall time.</param>
    /// <returns>Null if a login may be tried.</returns>
    public static LoginHold? Judge(IReadOnlyCollection<(TimeSpan Age, bool SameSecret)> refusals, LoginLimits? limits, bool isPoll, DateTimeOffset now)
    {
        var same = refusals.Where(refusal => refusal.SameSecret).Select(refusal => refusal.Age).ToList();
        var inWindow = refusals.Select(refusal => refusal.Age).Where(age => age < limits?.Window).Order().ToList();

        var sameWait = same.Count == 0 ? TimeSpan.Zero : SameSecret - same.Min();
        var anyWait = limits is null || inWindow.Count < limits.Allowed ? TimeSpan.Zero : limits.Window - inWindow[limits.Allowed - 1];
        var wait = sameWait > anyWait ? sameWait : anyWait;
        return wait > TimeSpan.Zero || (isPoll && same.Count >= SuspendAfter)
            ? new LoginHold(wait, same.Count, WasTried: false) { RetryAt = now + wait }
            : null;
    }
}
