using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>One box: its accepted login, its content, and the record of its use.</summary>
internal sealed class Box
{
    private int _openSessions;
    private int _reads;
    private int _refusedLogins;

    public string ApiKey { get; set; } = "right-key";

    public int Shelves { get; set; } = 3;

    /// <summary>Runs before a session object is created.</summary>
    public Action BeforeSession { get; set; } = () => { };

    /// <summary>Runs before each read, e.g. to fail the read or to delay it.</summary>
    public Func<CancellationToken, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ObservedIssue> Issues { get; set; } = [];

    /// <summary>The certificate of the open connection, as a provider reports it with each read.</summary>
    public CertificateSeen? Certificate { get; set; }

    public int OpenSessions => _openSessions;

    public int Reads => _reads;

    public int RefusedLogins => _refusedLogins;

    public void Login(string key)
    {
        if (key != ApiKey)
        {
            Interlocked.Increment(ref _refusedLogins);
            throw new PlatformFailureException(FailureCategory.AuthInvalid, "wrong_key");
        }

        Interlocked.Increment(ref _openSessions);
    }

    public void Logout() => Interlocked.Decrement(ref _openSessions);

    public void CountRead() => Interlocked.Increment(ref _reads);
}
