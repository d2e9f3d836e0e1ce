namespace Pulse.Access.Authorization;

/// <summary>
/// The names of the authorization policies. Every endpoint of Pulse names one of them or is explicitly anonymous;
/// an endpoint that does neither answers 403 to every request.
/// </summary>
public static class AccessPolicies
{
    /// <summary>
    /// Allows reading connections and the audit trail. The signed-in admin has this right; an API token has it by its scope
    /// <c>settings:read</c>.
    /// </summary>
    public const string SettingsRead = "settings:read";

    /// <summary>
    /// Allows changing and testing connections. The signed-in admin has this right; an API token has it by its scope <c>settings:write</c>.
    /// The right does not imply <see cref="SettingsRead"/>: a script that only creates connections cannot list them. A client that
    /// shows the connections that it changes, as the UI does, needs both.
    /// </summary>
    public const string SettingsWrite = "settings:write";

    /// <summary>
    /// A signed-in admin, by session cookie only. No API token passes, whatever its scopes: a leaked token must not be able
    /// to create other tokens, outlive its own revocation or change the password.
    /// </summary>
    public const string Admin = "admin";
}
