using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The rules of the hold through the whole host: no actions with a wrong password send a vCenter enough logins to lock the account.</summary>
public sealed class LockOutTests : IAsyncLifetime
{
    private const string User = "svc@vsphere.local";

    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-lockout-").FullName;
    private readonly TestClock _clock = new();
    private VCenterSimulator _vcenter = null!;
    private PulseHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions { UserName = User, Password = "right", TimeProvider = _clock });
        StartHost();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _vcenter.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Three_connections_ten_clicks_and_two_restarts_in_ten_minutes_do_not_lock_the_account()
    {
        var ids = new List<string>
        {
            await CreateAsync("By address", "127.0.0.1", User),
            await CreateAsync("By name", "localhost", User),
            await CreateAsync("By domain", "127.0.0.1", "VSPHERE.LOCAL\\svc"),
        };
        for (var minute = 0; minute < 10; minute++)
        {
            using var click = await _client.PostAsync(new Uri($"api/vmware/connections/{ids[minute % 3]}/test", UriKind.Relative), null);
            if (minute is 3 or 7)
            {
                await _host.DisposeAsync();
                StartHost();
            }

            await SettleAsync();
            for (var second = 0; second < 60; second += 10)
            {
                _clock.Advance(TimeSpan.FromSeconds(10));
                await SettleAsync();
            }
        }

        _vcenter.Logins.Refused.Should().NotBeEmpty();
        MostRefusedInAnyWindow().Should().Be(1);
        _vcenter.Logins.IsLocked(User).Should().BeFalse();
    }

    [Fact]
    public async Task A_new_wrong_password_at_each_click_is_refused_at_most_three_times_in_180_seconds()
    {
        var holds = 0;
        for (var click = 0; click < 60; click++)
        {
            var draft = Draft("Draft", click % 2 == 0 ? "127.0.0.1" : "localhost", User);
            draft["password"] = $"guess {click}";
            using var response = await _client.PostAsJsonAsync("api/vmware/connections/test", draft);
            holds += (int)response.StatusCode == 409 ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        MostRefusedInAnyWindow().Should().Be(3);
        holds.Should().BeGreaterThan(40);
        _vcenter.Logins.IsLocked(User).Should().BeFalse();
    }

    private int MostRefusedInAnyWindow()
    {
        var times = _vcenter.Logins.Refused.Select(attempt => attempt.Time).ToList();
        return times.Max(from => times.Count(time => time >= from && time < from.AddSeconds(180)));
    }

    private async Task<string> CreateAsync(string name, string host, string user)
    {
        using var response = await _client.PostAsJsonAsync("api/vmware/connections", Draft(name, host, user));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    private JsonObject Draft(string name, string host, string user) => new()
    {
        ["name"] = name,
        ["host"] = host,
        ["port"] = _vcenter.Port,
        ["certificateThumbprint"] = _vcenter.Thumbprint,
        ["username"] = user,
        ["password"] = "wrong",
        ["pollIntervalSeconds"] = 10,
    };

    /// <summary>Waits until every due poll has run: no poll is planned for a time that has come.</summary>
    private Task SettleAsync() => Eventually.GetAsync(
        async () => (await _client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!,
        list => list.All(connection =>
            connection!["poll"]!["nextAttemptAt"] is not JsonValue next || next.GetValue<DateTimeOffset>() > _clock.GetUtcNow()));

    private void StartHost()
    {
        _host = PulseHost.Start(services => services.AddSingleton<TimeProvider>(_clock), dataDirectory: _directory);
        _client = _host.CreateClient();
    }
}
