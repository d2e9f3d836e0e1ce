namespace Pulse.Access.Credentials;

/// <summary>Length is the only rule: composition rules make passwords guessable, not strong (NIST SP 800-63B).</summary>
internal static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    /// <summary>The allowed length if <paramref name="password"/> is not valid; otherwise null.</summary>
    public static string? Fault(string? password) =>
        password?.Length is >= MinLength and <= MaxLength ? null : $"{MinLength} to {MaxLength} characters.";
}
