namespace Pulse.Simulation.TrueNas;

/// <summary>A key of a user. Its text is <c>id-secret</c>.</summary>
public sealed class ApiKey
{
    private readonly Lazy<ScramKeys> _scram;

    internal ApiKey(int id, string secret, string userName, DateTimeOffset createdAt, int iterations)
    {
        (Id, Secret, UserName, CreatedAt) = (id, secret, userName, createdAt);
        _scram = new(() => ScramKeys.Derive(secret, iterations));
    }

    public int Id { get; }

    public string Name => $"pulse-{Id}";

    public string UserName { get; }

    public string Secret { get; }

    public string Text => $"{Id}-{Secret}";

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public bool IsRevoked => RevokedReason is not null;

    public string? RevokedReason { get; internal set; }

    internal ScramKeys Scram => _scram.Value;

    internal bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
