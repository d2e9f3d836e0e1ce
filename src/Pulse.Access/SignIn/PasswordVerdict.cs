using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>The result of <see cref="PasswordCheck"/>.</summary>
internal abstract record PasswordVerdict
{
    internal sealed record Accepted(AdminAccount Account) : PasswordVerdict;

    internal sealed record Refused : PasswordVerdict;

    internal sealed record Locked(TimeSpan RetryAfter) : PasswordVerdict;
}
