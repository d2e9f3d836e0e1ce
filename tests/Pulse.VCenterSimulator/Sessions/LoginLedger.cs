namespace Pulse.Simulation;

/// <summary>Records every login attempt, and locks an account after too many refusals, as the SSO domain does (facts.md#4.6).</summary>
public sealed class LoginLedger
{
    public const int RefusalsBeforeLock = 5;
    public static readonly TimeSpan RefusalWindow = TimeSpan.FromSeconds(180);
    public static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(300);

    private readonly List<LoginAttempt> _attempts = [];
    private readonly Dictionary<string, DateTimeOffset> _lockedUntil = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;

    public LoginLedger(TimeProvider time) => _time = time;

    public IReadOnlyList<LoginAttempt> Accepted => Where(attempt => attempt.Accepted);

    public IReadOnlyList<LoginAttempt> Refused => Where(attempt => !attempt.Accepted);

    public bool IsLocked(string userName)
    {
        lock (_gate)
        {
            return _lockedUntil.TryGetValue(Normalize(userName), out var until) && _time.GetUtcNow() < until;
        }
    }

    /// <summary>The largest number of refusals of one user within any 180 seconds.</summary>
    public int MaximumRefusedWithinWindow(string userName)
    {
        var times = Refused.Where(attempt => IsSame(attempt.UserName, userName)).Select(attempt => attempt.Time).ToArray();
        return times.Select((start, index) => times.Skip(index).TakeWhile(time => time - start < RefusalWindow).Count()).DefaultIfEmpty().Max();
    }

    /// <summary>Records a login with the right or a wrong password, and decides whether it is accepted.</summary>
    internal bool Note(string userName, bool isCorrect)
    {
        lock (_gate)
        {
            var user = Normalize(userName);
            var now = _time.GetUtcNow();
            var wasLocked = IsLocked(user);
            var accepted = isCorrect && !wasLocked;
            _attempts.Add(new(now, user, accepted));
            if (!accepted && !wasLocked && RefusedSince(user, now - RefusalWindow) >= RefusalsBeforeLock)
            {
                _lockedUntil[user] = now + LockDuration;
            }

            return accepted;
        }
    }

    /// <summary>user@domain and DOMAIN\user name the same user.</summary>
    internal static string Normalize(string userName) =>
        userName.Split('\\') is [var domain, var name] ? $"{name}@{domain}" : userName;

    internal static bool IsSame(string one, string other) =>
        string.Equals(Normalize(one), Normalize(other), StringComparison.OrdinalIgnoreCase);

    private int RefusedSince(string user, DateTimeOffset start) =>
        _attempts.Count(attempt => !attempt.Accepted && attempt.Time > start && attempt.Time >= UnlockOf(user) && IsSame(attempt.UserName, user));

    // Refusals during a lock do not cause another lock when it has ended.
    private DateTimeOffset UnlockOf(string user) => _lockedUntil.GetValueOrDefault(user, DateTimeOffset.MinValue);

    private LoginAttempt[] Where(Func<LoginAttempt, bool> predicate)
    {
        lock (_gate)
        {
            return [.. _attempts.Where(predicate)];
        }
    }
}
