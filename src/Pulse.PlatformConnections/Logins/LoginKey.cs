using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Logins;

/// <summary>Decides which refused logins count for an account: those of its system, or, for a directory account, those of all systems.</summary>
/// <param name="Endpoint">Host and port, in upper case.</param>
/// <param name="SystemId">The system behind the endpoint, if it is known.</param>
/// <param name="Account">In its one spelling.</param>
/// <param name="IsLocal">Whether the account lives on the system itself.</param>
internal sealed record LoginKey(string Endpoint, string? SystemId, string Account, bool IsLocal)
{
    public static LoginKey Of(ConnectionTarget target) =>
        new(target.Endpoint.ToUpperInvariant(), target.SystemId, AccountName.Parse(target.Account).ToString(), target.AccountIsLocal);

    /// <summary>Logins with the same lock pass one at a time. A known system is locked by its id, not by its host name.</summary>
    public string Lock => IsLocal ? $"{SystemId ?? Endpoint} {Account}" : Account;

    /// <summary>Whether a refused login of the account counts.</summary>
    public bool Counts(RememberedRefusal refusal) => refusal.Account == Account && (!IsLocal || IsSystemOf(refusal));

    /// <summary>Whether this system refused the login.</summary>
    public bool IsSystemOf(RememberedRefusal refusal) =>
        refusal.Endpoint == Endpoint || (SystemId is not null && refusal.SystemId == SystemId);
}
