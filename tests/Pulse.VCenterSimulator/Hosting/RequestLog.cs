using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;

namespace Pulse.Simulation;

/// <summary>Counts the requests by operation (method and path template) and the bytes of the answers' bodies, and keeps the requests if asked to.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentDictionary<string, int> _byOperation = new(concurrencyLevel: 1, capacity: 16);
    private readonly ConcurrentQueue<SimulatedRequest> _received = [];
    private long _bytesSent;

    public IReadOnlyDictionary<string, int> ByOperation => new Dictionary<string, int>(_byOperation);

    /// <summary>The requests in order, if <see cref="VCenterSimulatorOptions.KeepsRequests"/> is set.</summary>
    public IReadOnlyList<SimulatedRequest> Received => [.. _received];

    public int Total => _byOperation.Values.Sum();

    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <summary>The requests of the operations that contain the text, for example WaitForUpdatesEx.</summary>
    public int CountOf(string operation) =>
        _byOperation.Where(entry => entry.Key.Contains(operation, StringComparison.Ordinal)).Sum(entry => entry.Value);

    public void Clear()
    {
        _byOperation.Clear();
        _received.Clear();
        Interlocked.Exchange(ref _bytesSent, 0);
    }

    internal void Count(string operation) => _byOperation.AddOrUpdate(operation, 1, static (_, count) => count + 1);

    internal void Keep(SimulatedRequest request) => _received.Enqueue(request);

    internal void AddBytes(long count) => Interlocked.Add(ref _bytesSent, count);

    internal static string TargetOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    internal static string OperationOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (VimPath.TryParse(path, out var vim))
        {
            return $"{request.Method} /sdk/vim25/{{release}}/{vim.Target.Type}/{{moId}}/{vim.Member}";
        }

        return $"{request.Method} {path}{request.QueryString.Value switch
        {
            "?action=hello" => "?action=hello",
            _ => "",
        }}";
    }
}
