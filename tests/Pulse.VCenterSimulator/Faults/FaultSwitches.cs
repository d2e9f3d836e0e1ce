namespace Pulse.Simulation;

/// <summary>The switches for the differences and failures of real servers. Each can be changed while the simulator runs.</summary>
public sealed class FaultSwitches
{
    private readonly Lock _gate = new();
    private volatile FaultRule[] _rules = [];

    /// <summary>How a null result is written (facts.md#2.28: 8.0.3 answers an empty 200).</summary>
    public NullForm NullForm { get; set; } = NullForm.EmptyOk;

    /// <summary>The status for a release in the URL that the server does not know: 500, on some builds 404.</summary>
    public int UnknownReleaseStatus { get; set; } = StatusCodes.Status500InternalServerError;

    /// <summary>The maximum number of objects on a page of RetrievePropertiesEx.</summary>
    public int MaximumPageSize { get; set; } = 1000;

    /// <summary>The maximum number of object updates in one UpdateSet, even if a client asks for more: 100 on a real server (facts.md#3.14).</summary>
    public int MaximumObjectUpdates { get; set; } = int.MaxValue;

    /// <summary>The maximum number of open sessions. Further logins get a 503.</summary>
    public int SessionLimit { get; set; } = 3000;

    /// <summary>The API families have separate sessions, even if the profile says otherwise.</summary>
    public bool SeparateSessions { get; set; }

    /// <summary>The current password of the user; null for the one in the options.</summary>
    public string? Password { get; set; }

    /// <summary>The password is right, and SessionManager.Login answers NoPermission.</summary>
    public bool LoginWithoutPermission { get; set; }

    /// <summary>The appliance answers 403 to a user outside its groups (facts.md#5.1).</summary>
    public bool ApplianceVersionAllowed { get; set; }

    /// <summary>RetrievePropertiesEx needs no session: on a dead one it answers 200, with NotAuthenticated for every property or with null. Seen as a fault, too (facts.md#3.6).</summary>
    public DeadSessionForm DeadSession { get; set; }

    /// <summary>The refusal of all other requests without an open session (facts.md#2.17).</summary>
    public RefusalForm SessionRefusal { get; set; }

    /// <summary>How SessionManager.Login refuses a wrong password (facts.md#2.17).</summary>
    public RefusalForm LoginRefusal { get; set; }

    /// <summary>
    /// SessionManager.Login answers InvalidLogin to every password, because the session has a problem: ReasonTerminating,
    /// ReasonAlreadyClosed or ReasonRegisterFailed (facts.md#2.11). Null for a normal login.
    /// </summary>
    public string? LoginReason { get; set; }

    /// <summary>What HasPrivilegeOnEntities, HasUserPrivilegeOnEntities and FetchUserPrivilegeOnEntities leave out (facts.md#5.3).</summary>
    public PrivilegeForm PrivilegeAnswers { get; set; }

    /// <summary>What AuthorizationManager.roleList leaves out; the entity is the user's role (facts.md#5.3).</summary>
    public PrivilegeForm RoleList { get; set; }

    /// <summary>Faults within data are wrapped in a LocalizedMethodFault, as in SOAP. One project assumes this for 9.x; no project has seen it (facts.md#2.18).</summary>
    public bool WrappedNestedFaults { get; set; }

    /// <summary>Accepts a body where the document has none. The behaviour of a real server is not known (facts.md#2.24).</summary>
    public bool TakesNeedlessBodies { get; set; }

    /// <summary>An account without System.Read on the root folder, on 7.0.3.2 to 8.0.2: NoPermission on ContinueRetrievePropertiesEx (facts.md#3.5).</summary>
    public bool ContinueRefused { get; set; }

    /// <summary>The maximum number of metrics (entities times counters) in one QueryPerf; -1 for no limit.</summary>
    public int MaxQueryMetrics { get; set; } = 256;

    /// <summary>Entities have no statistics: they are left out of what QueryPerf answers (facts.md#6.2).</summary>
    public bool WithoutStatistics { get; set; }

    /// <summary>The rules in force.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>Adds a rule: the action applies to the next <paramref name="times"/> requests that match. The newest rule takes precedence.</summary>
    public FaultRule Add(Func<SimulatedRequest, bool> predicate, FaultAction action, int times = int.MaxValue)
    {
        var rule = new FaultRule(predicate, action, times);
        lock (_gate)
        {
            _rules = [rule, .. _rules];
        }

        return rule;
    }

    /// <summary>Adds a rule for each action. Each applies to one request, in order. After them the earlier rules apply again.</summary>
    public void InTurn(Func<SimulatedRequest, bool> predicate, params IReadOnlyList<FaultAction> actions)
    {
        foreach (var action in actions.Reverse())
        {
            Add(predicate, action, times: 1);
        }
    }

    /// <summary>Adds a rule for the operations that contain a text, for example WaitForUpdatesEx or /api/session.</summary>
    public FaultRule On(string operation, FaultAction action, int times = int.MaxValue) =>
        Add(request => request.Operation.Contains(operation, StringComparison.Ordinal), action, times);

    /// <summary>Removes all rules; the switches stay.</summary>
    public void ClearRules() => _rules = [];

    internal FaultAction? Next(SimulatedRequest request) =>
        Array.Find(_rules, rule => rule.Predicate(request) && rule.TryTake())?.Action;
}
