using System.Collections.Concurrent;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>
/// A made-up platform that no shared code knows: an account that may be missing, a secret called apiKey, a field of its own, and counts of
/// its own. It proves that a provider needs nothing but its registration.
/// </summary>
internal sealed class BoxProvider(Boxes boxes) : IPlatformProvider
{
    public PlatformDescriptor Platform { get; } = new()
    {
        Key = "box",
        DisplayName = "Storage box",
        SystemNoun = "box",
        DefaultPort = 8443,
        Fields =
        [
            new ConnectionField("apiKey", ConnectionFieldKind.Secret, "The key of the box.", "box-key"),
            new ConnectionField("owner", ConnectionFieldKind.Text, "Whose box it is.", "cellar master") { Required = false, IdentifiesAccount = true },
            new ConnectionField("site", ConnectionFieldKind.Text, "Where the box stands.", "cellar")
            {
                Required = false,
                MaxLength = 20,
                Forbidden = new("/", "it parts a site from its building."),
            },
        ],
        Steps = ["connect", "login", "count"],
        Topology = new Dictionary<string, string> { ["shelves"] = "Shelves." },
        Details = new Dictionary<string, string> { ["colour"] = "The colour of the box." },
    };

    public IPlatformSession CreateSession(ConnectionTarget target)
    {
        var box = boxes.At(target.Host);
        box.BeforeSession();
        return new BoxSession(box, target);
    }
}

/// <summary>All boxes of a test, by host name.</summary>
internal sealed class Boxes
{
    private readonly ConcurrentDictionary<string, Box> _boxes = new(StringComparer.Ordinal);

    public Box At(string host) => _boxes.GetOrAdd(host, _ => new Box());

    public int OpenSessions => _boxes.Values.Sum(box => box.OpenSessions);
}

/// <summary>One box: what it accepts, what it holds, and what was done to it.</summary>
internal sealed class Box
{
    private int _openSessions;
    private int _reads;
    private int _refusedLogins;

    public string ApiKey { get; set; } = "right-key";

    public int Shelves { get; set; } = 3;

    /// <summary>Runs before a session object is made.</summary>
    public Action BeforeSession { get; set; } = () => { };

    /// <summary>Runs before each read, e.g. to fail it or to hold it up.</summary>
    public Func<CancellationToken, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ObservedIssue> Issues { get; set; } = [];

    /// <summary>The certificate of the connection that is held, as a provider hands it over with each read.</summary>
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

internal sealed class BoxSession(Box box, ConnectionTarget target) : IPlatformSession
{
    private bool _loggedIn;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        attempt.Certificate = box.Certificate;
        if (!_loggedIn)
        {
            await attempt.StepAsync("connect", step => Task.FromResult(step));
            await attempt.StepAsync("login", _ => attempt.LoginAsync(LoginAsync, cancellationToken));
        }

        return await attempt.StepAsync("count", async step =>
        {
            box.CountRead();
            await box.BeforeRead(cancellationToken);
            step.Say("Counted.");
            return new Observed
            {
                SystemName = target.Host,
                Product = "Box",
                Version = "1.0",
                AgentCount = 0,
                VmCount = 0,
                StorageCount = 1,
                CollectedAt = DateTimeOffset.UnixEpoch,
                Issues = box.Issues,
                Topology = new Dictionary<string, int> { ["shelves"] = box.Shelves },
            };
        });
    }

    public ValueTask DisposeAsync()
    {
        if (_loggedIn)
        {
            _loggedIn = false;
            box.Logout();
        }

        return ValueTask.CompletedTask;
    }

    private Task<bool> LoginAsync()
    {
        box.Login(target.Secret("apiKey").Reveal());
        _loggedIn = true;
        return Task.FromResult(true);
    }
}
