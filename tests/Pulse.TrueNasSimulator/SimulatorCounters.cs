using System.Collections.Concurrent;

namespace Pulse.Simulation.TrueNas;

/// <summary>Counts whatever a test may want to know of the past and of now.</summary>
public sealed class SimulatorCounters
{
    private readonly ConcurrentDictionary<string, int> _calls = new(concurrencyLevel: 1, capacity: 16);
    private readonly ConcurrentDictionary<string, int> _requests = new(concurrencyLevel: 1, capacity: 4);
    private int _openSockets;
    private int _socketsEver;
    private int _openSessions;
    private int _loginsTried;
    private int _loginsRefused;
    private int _loginsAccepted;
    private int _keysRevoked;
    private long _bytesSent;

    public int OpenSockets => Volatile.Read(ref _openSockets);

    public int SocketsEver => Volatile.Read(ref _socketsEver);

    public int OpenSessions => Volatile.Read(ref _openSessions);

    /// <summary>A SCRAM login counts with its first message, which alone is neither refused nor accepted.</summary>
    public int LoginsTried => Volatile.Read(ref _loginsTried);

    public int LoginsRefused => Volatile.Read(ref _loginsRefused);

    public int LoginsAccepted => Volatile.Read(ref _loginsAccepted);

    public int KeysRevoked => Volatile.Read(ref _keysRevoked);

    /// <summary>The bytes of the answers and notifications, without WebSocket headers.</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <summary>Calls by method, also those that were refused.</summary>
    public IReadOnlyDictionary<string, int> Calls => new Dictionary<string, int>(_calls);

    /// <summary>HTTP requests by path, handshakes included.</summary>
    public IReadOnlyDictionary<string, int> HttpRequests => new Dictionary<string, int>(_requests);

    /// <summary>Requests to the old REST API, which a client of today must not touch.</summary>
    public int RestRequests => _requests.Where(entry => entry.Key.StartsWith("/api/v2.0", StringComparison.Ordinal)).Sum(entry => entry.Value);

    public int CallsOf(string method) => _calls.GetValueOrDefault(method);

    public int TotalCalls => _calls.Values.Sum();

    internal void Call(string method) => _calls.AddOrUpdate(method, 1, static (_, count) => count + 1);

    internal void Request(string path) => _requests.AddOrUpdate(path, 1, static (_, count) => count + 1);

    internal void SocketOpened()
    {
        Interlocked.Increment(ref _socketsEver);
        Interlocked.Increment(ref _openSockets);
    }

    internal void SocketClosed() => Interlocked.Decrement(ref _openSockets);

    internal void SessionOpened() => Interlocked.Increment(ref _openSessions);

    internal void SessionEnded() => Interlocked.Decrement(ref _openSessions);

    internal void LoginTried() => Interlocked.Increment(ref _loginsTried);

    internal void LoginRefused() => Interlocked.Increment(ref _loginsRefused);

    internal void LoginAccepted() => Interlocked.Increment(ref _loginsAccepted);

    internal void KeyRevoked() => Interlocked.Increment(ref _keysRevoked);

    internal void Sent(long bytes) => Interlocked.Add(ref _bytesSent, bytes);
}
