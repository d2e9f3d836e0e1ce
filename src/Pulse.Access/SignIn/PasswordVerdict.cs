using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>What <see cref="PasswordCheck"/> found.</summary>
internal abstract record PasswordVerdict
{
    internal sealed record Accepted(AdminAccount Account) : PasswordVerdict;

    internal sealed record Refused : PasswordVerdict;

    internal sealed record Locked(TimeSpan RetryAfter) : PasswordVerdict;
}
