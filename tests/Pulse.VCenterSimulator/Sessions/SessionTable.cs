namespace Pulse.Simulation;

/// <summary>The open sessions.</summary>
public sealed class SessionTable
{
    private readonly Dictionary<string, Session> _sessions = [];
    private readonly Lock _gate = new();
    private readonly VCenterSimulatorOptions _options;
    private readonly FaultSwitches _faults;

    internal SessionTable(VCenterSimulatorOptions options, FaultSwitches faults) => (_options, _faults) = (options, faults);

    public int OpenCount => List().Count;

    public IReadOnlyList<Session> List()
    {
        lock (_gate)
        {
            EndIdle();
            return [.. _sessions.Values];
        }
    }

    public void DropAll() => Drop(List());

    /// <summary>Ends one session chosen at random.</summary>
    public void DropRandom(Random random)
    {
        var open = List();
        if (open.Count > 0)
        {
            Drop([open[random.Next(open.Count)]]);
        }
    }

    /// <summary>Opens a session. Returns null if the maximum number of sessions is open.</summary>
    internal Session? Open(string userName, ApiFamily family, string userAgent, int limit)
    {
        lock (_gate)
        {
            EndIdle();
            if (_sessions.Count >= limit)
            {
                return null;
            }

            var session = new Session(userName, family, userAgent, _options.TimeProvider.GetUtcNow());
            _sessions.Add(session.Token, session);
            return session;
        }
    }

    /// <summary>The session of a token as the API family sees it. Finding it counts as activity.</summary>
    internal Session? Find(string? token, ApiFamily family)
    {
        lock (_gate)
        {
            if (token is null || !_sessions.TryGetValue(token, out var session))
            {
                return null;
            }

            if (IsIdle(session))
            {
                Drop([session]);
                return null;
            }

            // facts.md#4.3: before 8.0 U3 the families have separate sessions.
            if ((!_options.Profile.UnifiedSessions || _faults.SeparateSessions) && session.OpenedBy != family)
            {
                return null;
            }

            session.LastActiveAt = _options.TimeProvider.GetUtcNow();
            session.CallCount++;
            return session;
        }
    }

    internal void Drop(IReadOnlyList<Session> sessions)
    {
        lock (_gate)
        {
            foreach (var session in sessions)
            {
                _sessions.Remove(session.Token);
                session.End();
            }
        }
    }

    private void EndIdle()
    {
        foreach (var session in _sessions.Values.Where(IsIdle).ToArray())
        {
            Drop([session]);
        }
    }

    private bool IsIdle(Session session) => _options.TimeProvider.GetUtcNow() - session.LastActiveAt >= _options.IdleTimeout;
}
