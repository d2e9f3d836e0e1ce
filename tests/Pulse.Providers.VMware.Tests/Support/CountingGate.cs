using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Lets every login pass, and counts all logins and the refused ones.</summary>
internal sealed class CountingGate : ILoginGate
{
    public int Logins { get; private set; }

    public int Refused { get; private set; }

    public async Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken)
    {
        Logins++;
        try
        {
            return await login();
        }
        catch (PlatformFailureException failure) when (failure.Category == FailureCategory.AuthInvalid)
        {
            Refused++;
            throw;
        }
    }
}
