using System.Security.Cryptography;

namespace Pulse.Simulation.TrueNas;

/// <summary>The keys that the system knows.</summary>
public sealed class ApiKeys
{
    private const int SecretLength = 64;
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly Lock _gate = new();
    private readonly List<ApiKey> _keys = [];
    private readonly TrueNasSimulatorOptions _options;
    private readonly SimulatorCounters _counters;

    internal ApiKeys(TrueNasSimulatorOptions options, SimulatorCounters counters)
    {
        (_options, _counters) = (options, counters);
        var (id, secret) = Split(options.ApiKey) ?? throw new ArgumentException("An API key has the form id-secret.", nameof(options));
        _keys.Add(New(id, secret, options.UserName, options.ApiKeyExpiresAt));
    }

    public IReadOnlyList<ApiKey> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _keys];
            }
        }
    }

    /// <summary>The key of the options.</summary>
    public ApiKey First => All[0];

    /// <summary>Makes a key, by default for the user of the options.</summary>
    public ApiKey Add(string? userName = null, DateTimeOffset? expiresAt = null)
    {
        lock (_gate)
        {
            var key = New(_keys.Max(each => each.Id) + 1, NewSecret(), userName ?? _options.UserName, expiresAt);
            _keys.Add(key);
            return key;
        }
    }

    /// <summary>Replaces the secret of a key, which works again then. It is the only way back from a revocation.</summary>
    public ApiKey Reset(ApiKey key)
    {
        lock (_gate)
        {
            var fresh = New(key.Id, NewSecret(), key.UserName, key.ExpiresAt);
            _keys[_keys.FindIndex(each => each.Id == key.Id)] = fresh;
            return fresh;
        }
    }

    public void Revoke(ApiKey key, string reason)
    {
        lock (_gate)
        {
            if (!key.IsRevoked)
            {
                key.RevokedReason = reason;
                _counters.KeyRevoked();
            }
        }
    }

    internal ApiKey? Find(int id) => All.FirstOrDefault(key => key.Id == id);

    /// <summary>The key with exactly this text.</summary>
    internal ApiKey? Find(string text) => Split(text) is var (id, secret) && Find(id) is { } key && key.Secret == secret ? key : null;

    private static (int Id, string Secret)? Split(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 && int.TryParse(text[..dash], out var id) ? (id, text[(dash + 1)..]) : null;

    private static string NewSecret() => RandomNumberGenerator.GetString(Letters, SecretLength);

    private ApiKey New(int id, string secret, string userName, DateTimeOffset? expiresAt) =>
        new(id, secret, userName, _options.TimeProvider.GetUtcNow(), _options.ScramIterations) { ExpiresAt = expiresAt };
}
