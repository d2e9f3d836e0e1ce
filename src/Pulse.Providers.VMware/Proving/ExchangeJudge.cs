using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Proving;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Providers.VMware.Proving;

/// <summary>Compares every exchange with the vendor's description, and notes the data that later rows need.</summary>
internal sealed class ExchangeJudge
{
    private readonly VendorContract _contract = VendorContract.Load();
    private readonly OpenedSessions _sessions = new();
    private int _wrapped;
    private int _flat;

    public IReadOnlyList<OpenedSession> Sessions => _sessions.All;

    /// <summary>The form of the faults inside of data.</summary>
    public ProofFinding NestedFaults => (_flat, _wrapped) switch
    {
        (0, 0) => ProofFinding.NotRun("No answer held a fault inside of data."),
        (_, 0) => ProofFinding.Pass("Flat, as documented."),
        _ => ProofFinding.Pass($"Wrapped in LocalizedMethodFault in {_wrapped} answers, flat in {_flat}. Pulse reads both."),
    };

    public ExchangeJudgement Judge(ObservedExchange exchange)
    {
        _sessions.Observe(exchange);
        CountNestedFaults(exchange);
        var operation = $"{exchange.Method} {PathOf(exchange.Target)}";
        if (exchange is { IsDeliberate: true } or { Status: null } || !IsDocumented(exchange.Target))
        {
            return new(operation, IsChecked: false, []);
        }

        var wire = new Exchange
        {
            Method = exchange.Method,
            Target = exchange.Target,
            RequestBody = exchange.RequestBody,
            Status = exchange.Status.Value,
            ResponseBody = exchange.ResponseBody,
            ContentType = exchange.ResponseType,
            Challenge = exchange.ResponseHeaders.GetValueOrDefault("WWW-Authenticate"),
        };
        var deviations = exchange.IsWhole ? _contract.Check(wire) : _contract.CheckRequest(wire);
        return new(operation, exchange.IsWhole, [.. deviations.Select(deviation => Of(deviation, wire.Status))]);
    }

    private static ProofDeviation Of(Deviation deviation, int status) =>
        new(deviation.Operation, $"{(deviation.Side == ExchangeSide.Request ? "request" : "answer")}, {deviation.Place}", deviation.Text)
        {
            KnownReason = KnownDeviations.ReasonOf(deviation, status),
        };

    private void CountNestedFaults(ObservedExchange exchange)
    {
        var body = exchange.ResponseBody.Span;
        if (exchange.Status == 200 && body.IndexOf("\"missingSet\":[{"u8) >= 0)
        {
            Interlocked.Increment(ref body.IndexOf("\"LocalizedMethodFault\""u8) >= 0 ? ref _wrapped : ref _flat);
        }
    }

    private static bool IsDocumented(string target) =>
        target.StartsWith("/sdk/vim25/", StringComparison.Ordinal) || target.StartsWith("/api/", StringComparison.Ordinal);

    // The ids of objects belong to the system.
    private static string PathOf(string target)
    {
        var path = target.Split('?', 2)[0];
        return path.Split('/') is ["", "sdk", "vim25", _, var type, _, var member] ? $"{type}.{member}" : path;
    }
}
