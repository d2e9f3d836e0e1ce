namespace Pulse.PlatformConnections.Platforms;

/// <summary>Decides whether a login may be tried, and counts refused logins over all connections, polls and tests.</summary>
public interface ILoginGate
{
    /// <summary>Runs the login if it may be tried.</summary>
    /// <exception cref="PlatformFailureException">The login failed, or is on hold.</exception>
    Task<T> EnterAsync<T>(ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken);
}
