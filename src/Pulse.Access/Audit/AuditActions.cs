namespace Pulse.Access.Audit;

/// <summary>The actions that this module records. Readers of the trail filter by these words: never rename one.</summary>
internal static class AuditActions
{
    public const string SetUp = "setup";
    public const string SignIn = "sign_in";
    public const string SignOut = "sign_out";
    public const string SignOutEverywhere = "sign_out_everywhere";
    public const string PasswordChange = "password_change";
    public const string TokenCreate = "token_create";
    public const string TokenRevoke = "token_revoke";
}
