namespace Pulse.Simulation.TrueNas;

/// <summary>One method: its name, the roles of which a caller needs one, and its answer.</summary>
internal sealed record RpcMethod(string Name, Func<RpcCall, ValueTask<object?>> Invoke)
{
    /// <summary>Needs no session. Without one, the calls are limited.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Empty for a method that any session may call.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>Whether a release has the method.</summary>
    public Func<TrueNasProfile, bool> IsIn { get; init; } = _ => true;

    /// <summary>Finds the session that the call needs.</summary>
    /// <exception cref="RpcException">The caller may not call this method, or not now.</exception>
    public async Task<Session?> AuthorizeAsync(TrueNasState nas, ClientSocket socket)
    {
        var session = socket.FindSession();
        if (IsAnonymous)
        {
            if (session is null && nas.Faults.LimitsAnonymousCalls && !nas.RateLimits.TryCall(Name, socket.Address))
            {
                await nas.DelayAsync(nas.Faults.RateLimitDelay, socket.Ended);
                throw RpcError.RateLimitExceeded.Exception();
            }

            return session;
        }

        if (session is null)
        {
            throw RpcError.NotAuthenticated.Exception();
        }

        return nas.Inventory.Roles.AllowAny(Roles) ? session : throw RpcError.NotAuthorized.Exception();
    }
}
