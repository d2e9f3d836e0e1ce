namespace Pulse.Simulation.TrueNas;

public sealed partial class FaultSwitches
{
    /// <summary>The rules for calls that are in force.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>Adds a rule: the action happens to the next <paramref name="times"/> calls that match. The newest rule goes first.</summary>
    public FaultRule Add(Func<SimulatedCall, bool> predicate, FaultAction action, int times = int.MaxValue)
    {
        var rule = new FaultRule(predicate, action, times);
        lock (_gate)
        {
            _rules = [rule, .. _rules];
        }

        return rule;
    }

    /// <summary>Adds a rule for the calls of one method.</summary>
    public FaultRule On(string method, FaultAction action, int times = int.MaxValue) => Add(call => call.Method == method, action, times);

    /// <summary>Adds a rule for each action: each happens to one call, in order, and then what was in force before.</summary>
    public void InTurn(string method, params IReadOnlyList<FaultAction> actions)
    {
        foreach (var action in actions.Reverse())
        {
            On(method, action, times: 1);
        }
    }

    /// <summary>Adds a rule for HTTP requests, handshakes included, to a path; null for every path.</summary>
    public void OnHttp(string? path, HttpFault fault, int times = int.MaxValue)
    {
        lock (_gate)
        {
            _httpRules = [new(path, fault, times), .. _httpRules];
        }
    }

    /// <summary>Removes all rules; the switches stay.</summary>
    public void ClearRules()
    {
        _rules = [];
        _httpRules = [];
    }

    internal FaultAction? Next(SimulatedCall call) => Array.Find(_rules, rule => rule.Predicate(call) && rule.TryTake())?.Action;

    internal HttpFault? NextHttp(string path) => Array.Find(_httpRules, rule => rule.IsFor(path) && rule.TryTake())?.Fault;
}
