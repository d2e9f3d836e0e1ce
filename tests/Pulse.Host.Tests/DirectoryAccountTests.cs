using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Host.Tests.Reports;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>One directory account for forty vCenters. The directory counts the refused logins of all of them together.</summary>
[Trait("Category", "Slow")]
public sealed class DirectoryAccountTests : IAsyncLifetime
{
    private const int Systems = 40;
    private const string User = "svc-pulse@corp.example";

    private readonly TestClock _clock = new();
    private LoginLedger _directory = null!;
    private IReadOnlyList<VCenterSimulator> _vcenters = null!;
    private PulseHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _directory = new LoginLedger(_clock);
        _vcenters = await VCenterSimulator.StartManyAsync([.. Enumerable.Range(0, Systems).Select(_ => new VCenterSimulatorOptions
        {
            UserName = User, Password = "new", Directory = _directory, TimeProvider = _clock, Hosts = 1, VirtualMachines = 1,
        })]);
        _host = PulseHost.Start(services => services.AddSingleton<TimeProvider>(_clock));
        _client = _host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        foreach (var vcenter in _vcenters)
        {
            await vcenter.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_changed_password_costs_the_account_two_refusals_whatever_the_number_of_systems()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, Systems).Select(i => CreateAsync(i, User, "old")));
        var held = await SeeAllAsync(connection => connection["poll"]!["lastError"] is not null);

        _directory.Refused.Should().HaveCount(1);
        var refusedBy = held.Single(connection => !WasHeld(connection));
        held.Where(WasHeld).Should().HaveCount(Systems - 1);
        held.Where(WasHeld).Should().OnlyContain(connection => connection["poll"]!["lastError"]!.Text("message")!.Contains(
            $"The account '{User}' is on hold: 127.0.0.1:{refusedBy["port"]} refused its password", StringComparison.Ordinal));

        await PassAsync(TimeSpan.FromHours(2));

        var states = (await SeeAllAsync(_ => true)).Select(connection => connection["poll"]!.Text("state")).ToList();
        states.Should().ContainSingle(state => state == "suspended").And.OnlyContain(state => state == "suspended" || state == "failing");
        _directory.Refused.Should().HaveCount(2);
        _directory.MaximumRefusedWithinWindow(User).Should().Be(1);
        _directory.IsLocked(User).Should().BeFalse();
        ids.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_success_on_one_system_ends_the_hold_on_all()
    {
        await Task.WhenAll(Enumerable.Range(0, Systems).Select(i => CreateAsync(i, User, "old")));
        await SeeAllAsync(connection => connection["poll"]!["lastError"] is not null);
        foreach (var vcenter in _vcenters)
        {
            vcenter.Faults.Password = "old";
        }

        await PassAsync(TimeSpan.FromMinutes(6));

        await SeeAllAsync(connection => connection["poll"]!.Text("state") == "healthy");
        _directory.Refused.Should().HaveCount(1);
    }

    [Fact]
    public async Task After_two_refusals_a_test_that_succeeds_lets_all_connections_go_on()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, Systems).Select(i => CreateAsync(i, User, "old")));
        await SeeAllAsync(connection => connection["poll"]!["lastError"] is not null);
        await PassAsync(TimeSpan.FromMinutes(12));
        foreach (var vcenter in _vcenters)
        {
            vcenter.Faults.Password = "old";
        }

        var suspended = (await SeeAllAsync(_ => true)).Single(connection => connection["poll"]!.Text("state") == "suspended");
        using var tested = await _client.PostAsync(new Uri($"api/vmware/connections/{suspended.Text("id")}/test", UriKind.Relative), null);
        (await tested.Content.ReadFromJsonAsync<JsonObject>())!.Flag("success").Should().BeTrue();
        await PassAsync(TimeSpan.FromMinutes(17));

        await SeeAllAsync(connection => connection["poll"]!.Text("state") == "healthy");
        _directory.Refused.Should().HaveCount(2);
        ids.Should().HaveCount(Systems);
    }

    [Fact]
    public async Task An_account_of_the_systems_own_domain_counts_per_system()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => CreateAsync(i, "svc-pulse@vsphere.local", "old")));

        var listed = await SeeAllAsync(connection => connection["poll"]!["lastError"] is not null);

        listed.Should().NotContain(connection => WasHeld(connection));
        _directory.Refused.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_test_on_another_system_says_which_account_waits_and_why()
    {
        using var refused = await _client.PostAsJsonAsync("api/vmware/connections/test", Draft(0, User, "old"));
        refused.StatusCode.Should().Be(HttpStatusCode.OK);

        using var held = await _client.PostAsJsonAsync("api/vmware/connections/test", Draft(1, "CORP.EXAMPLE\\svc-pulse", "old"));

        held.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var problem = (await held.Content.ReadFromJsonAsync<JsonObject>())!;
        problem.Text("code").Should().Be("auth_hold");
        problem.Text("detail").Should().Contain($"The account 'CORP.EXAMPLE\\svc-pulse' is on hold: 127.0.0.1:{_vcenters[0].Port} refused its password");
        _directory.Refused.Should().HaveCount(1);
    }

    private static bool WasHeld(JsonNode connection) =>
        connection["poll"]!["lastError"]!.Text("message")!.Contains("was not tried", StringComparison.Ordinal);

    private async Task<string> CreateAsync(int system, string user, string password)
    {
        using var response = await _client.PostAsJsonAsync("api/vmware/connections", Draft(system, user, password));
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!.Text("id")!;
    }

    private JsonObject Draft(int system, string user, string password)
    {
        var draft = ReportHost.Draft(_vcenters[system], $"vCenter {system}");
        draft["username"] = user;
        draft["password"] = password;
        return draft;
    }

    private async Task<List<JsonNode>> SeeAllAsync(Func<JsonNode, bool> condition) => await Eventually.GetAsync(
        async () => (await _client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!.Select(connection => connection!).ToList(),
        list => list.All(condition));

    /// <summary>Lets time pass, and waits for the end of each due poll before the time goes on.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(30))
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await SeeAllAsync(connection =>
                connection["poll"]!["nextAttemptAt"] is not JsonValue next || next.GetValue<DateTimeOffset>() > _clock.GetUtcNow());
        }
    }
}
