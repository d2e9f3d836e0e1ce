using System.Collections.Concurrent;

namespace Pulse.Simulation;

/// <summary>One login. Its views, filters and collectors end with it.</summary>
public sealed class Session
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Session(string userName, ApiFamily openedBy, string userAgent, DateTimeOffset now)
    {
        UserName = userName;
        OpenedBy = openedBy;
        UserAgent = userAgent;
        CreatedAt = LastActiveAt = now;
        Collector = new PropertyCollector(this);
    }

    /// <summary>The token that the client sends in <c>vmware-api-session-id</c>.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary><c>UserSession.key</c>, which is not the token (facts.md#2.12).</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    public string UserName { get; }

    public ApiFamily OpenedBy { get; }

    public string UserAgent { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastActiveAt { get; internal set; }

    public int CallCount { get; internal set; }

    /// <summary>The collector in ServiceContent. Every session has its own collector with the same moId.</summary>
    internal PropertyCollector Collector { get; }

    /// <summary>Views, filters and private collectors by moId.</summary>
    internal ConcurrentDictionary<string, object> Objects { get; } = new(concurrencyLevel: 1, capacity: 4);

    /// <summary>Completes when the session ends.</summary>
    internal Task Ended => _ended.Task;

    internal ManagedObjectReference Keep(string type, object value)
    {
        var moId = $"session[{Key}]{Guid.NewGuid()}";
        Objects[moId] = value;
        return new(type, moId);
    }

    internal void End()
    {
        _ended.TrySetResult();
        Objects.Clear();
    }
}
