using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Counts the exchanges of a proof, lets the platform judge each one, and keeps them if a bundle is requested.</summary>
internal sealed class ExchangeLog : IExchangeObserver
{
    private const long MostKeptBytes = 64L * 1024 * 1024;
    private const int MostDeviations = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byOperation = new(StringComparer.Ordinal);
    private readonly Dictionary<ProofDeviation, int> _deviations = [];
    private readonly List<ObservedExchange> _kept = [];
    private ISystemProof? _proof;
    private bool _keeps;
    private long _keptBytes;

    /// <summary>All requests so far.</summary>
    public int Count { get; private set; }

    /// <summary>The number of requests that were compared with the vendor's documents.</summary>
    public int Checked { get; private set; }

    public void Begin(ISystemProof? proof, bool keeps) => (_proof, _keeps) = (proof, keeps);

    public IReadOnlyDictionary<string, int> ByOperation()
    {
        lock (_lock)
        {
            return new SortedDictionary<string, int>(_byOperation, StringComparer.Ordinal);
        }
    }

    /// <summary>Each deviation once, with its number of occurrences.</summary>
    public IReadOnlyList<(ProofDeviation Deviation, int Times)> Deviations()
    {
        lock (_lock)
        {
            return [.. _deviations.Select(entry => (entry.Key, entry.Value))];
        }
    }

    public IReadOnlyList<ObservedExchange> Kept()
    {
        lock (_lock)
        {
            return [.. _kept];
        }
    }

    public void Saw(ObservedExchange exchange)
    {
        var judgement = _proof?.Judge(exchange) ?? new(exchange.Method, IsChecked: false, []);
        lock (_lock)
        {
            Count++;
            Checked += judgement.IsChecked ? 1 : 0;
            _byOperation[judgement.Operation] = _byOperation.GetValueOrDefault(judgement.Operation) + 1;
            foreach (var deviation in judgement.Deviations.Where(deviation => _deviations.Count < MostDeviations || _deviations.ContainsKey(deviation)))
            {
                _deviations[deviation] = _deviations.GetValueOrDefault(deviation) + 1;
            }

            var bytes = exchange.RequestBody.Length + exchange.ResponseBody.Length;
            if (_keeps && _keptBytes + bytes <= MostKeptBytes)
            {
                _keptBytes += bytes;
                _kept.Add(exchange);
            }
        }
    }
}
