namespace Pulse.PlatformConnections.Platforms;

/// <summary>An account in one spelling: <c>DOMAIN\user</c> and <c>user@domain</c> are one account.</summary>
/// <param name="User">In upper case.</param>
/// <param name="Domain">In upper case; empty for an account without one.</param>
internal readonly record struct AccountName(string User, string Domain)
{
    public static AccountName Parse(string account)
    {
        var upper = account.ToUpperInvariant();
        return upper.Split('\\') is [var domain, var user] ? new(user, domain)
            : upper.LastIndexOf('@') is var at and >= 0 ? new(upper[..at], upper[(at + 1)..])
            : new(upper, "");
    }

    /// <summary>The one spelling of the account.</summary>
    public override string ToString() => Domain.Length == 0 ? User : $"{User}@{Domain}";
}
