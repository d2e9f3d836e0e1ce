namespace Pulse.PlatformConnections.Platforms;

/// <summary>Decides whether a login may be tried, and counts the refused ones, over all connections, polls and tests.</summary>
public interface ILoginGate
{
    /// <summary>Runs the login when it may be tried.</summary>
    /// <exception cref="PlatformFailureException">The login failed, or may not be tried now.</exception>
    Task<T> EnterAsync<T>(ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken);
}
