using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.Box;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>A session of a box that is only an object: fast, and a test can stop it at any place.</summary>
internal sealed class FakeBoxSession(Box box, ConnectionTarget target) : IPlatformSession
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
        box.Login(target.Secret(BoxDeclaration.ApiKey).Reveal());
        _loggedIn = true;
        return Task.FromResult(true);
    }
}
