using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Connecting;

internal sealed class NoLogins : ILoginGate
{
    public Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Connecting sends no password.");
}
