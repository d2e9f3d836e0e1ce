using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Host.Tests.Hostile;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>If a report says that a connection can be polled, polls succeed; if not, they fail.</summary>
[Trait("Category", "Slow")]
public sealed class TestAndPollTests
{
    private static readonly string[] FaultyOperations =
    [
        "vimServiceVersions", "ServiceInstance/{moId}/content", "POST /api/session", "currentSession", "/api/appliance/system/version", "/api/vcenter/vm",
        "HasPrivilegeOnEntities", "FetchUserPrivilegeOnEntities", "CreateContainerView", "RetrievePropertiesEx", "WaitForUpdatesEx", "triggeredAlarmState",
        "CurrentTime", "QueryEvents", "perfCounter", "QueryOptions", "QueryPerfProviderSummary", "QueryPerf",
    ];

    [Fact]
    public async Task Test_and_poll_agree_on_every_profile_and_every_fault()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();
        using var gate = new SemaphoreSlim(6);

        var cases = Cases().ToList();
        var answers = await Task.WhenAll(cases.Select(async (each, index) =>
        {
            await gate.WaitAsync();
            try
            {
                return await CompareAsync(client, each, $"Case {index}");
            }
            finally
            {
                gate.Release();
            }
        }));

        answers.Should().HaveCountGreaterThan(100);
        answers.Should().Contain(answer => answer.Tested).And.Contain(answer => !answer.Tested);
        answers.Where(answer => answer.Tested != answer.Polled).Should().BeEmpty();
    }

    [Fact]
    public async Task Test_and_poll_agree_on_every_silence()
    {
        var answers = new ConcurrentQueue<Answer>();
        await Parallel.ForEachAsync(FaultyOperations, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (operation, _) =>
        {
            // A host for each: its clock moves until the silence ends, and may end nothing else.
            await using var host = await HostileHost.StartAsync(new VCenterSimulatorOptions { Profile = VCenterProfile.V90 });
            host.VCenter.Faults.On(operation, FaultAction.Silence);
            var report = await host.TestAsync(operation);

            host.VCenter.Requests.Clear();
            var polled = await host.SeeAttemptAsync(await host.CreateAsync(), 1, operation);
            answers.Enqueue(new(operation, report.Flag("success"), polled["poll"]!.Text("state") is "healthy" or "degraded", report["failure"]?.ToJsonString()));
        });

        answers.Should().HaveCount(FaultyOperations.Length);
        answers.Should().Contain(answer => answer.Tested).And.Contain(answer => !answer.Tested);
        answers.Where(answer => answer.Tested != answer.Polled).Should().BeEmpty();
    }

    private static IEnumerable<Case> Cases()
    {
        foreach (var profile in VCenterProfile.All)
        {
            yield return new($"{profile.Name}", profile, _ => { });
            yield return new($"{profile.Name}, no access", profile, vcenter => vcenter.Inventory.Role = SimulatedRole.NoAccess);
            yield return new($"{profile.Name}, not propagated", profile, vcenter => vcenter.Inventory.Role = SimulatedRole.ReadOnlyOnRoot);
            yield return new($"{profile.Name}, login without permission", profile, vcenter => vcenter.Faults.LoginWithoutPermission = true);
            yield return new($"{profile.Name}, no session left", profile, vcenter => vcenter.Faults.SessionLimit = 0);
            yield return new($"{profile.Name}, unreadable machine", profile, vcenter => vcenter.Inventory.AddUnreadable("unreadable"));
        }

        foreach (var operation in FaultyOperations)
        {
            yield return new($"{operation} denied", VCenterProfile.V80U3, vcenter => vcenter.Faults.On(operation, FaultAction.Denied("System.Read")));
            yield return new($"{operation} reset", VCenterProfile.V80U1, vcenter => vcenter.Faults.On(operation, FaultAction.ResetConnection));
            yield return new($"{operation} cut", VCenterProfile.V80U3, vcenter => vcenter.Faults.On(operation, FaultAction.TruncatedJson));
            yield return new($"{operation} without its session", VCenterProfile.V80U3, vcenter => vcenter.Faults.On(operation, FaultAction.DropSession, times: 1));
        }
    }

    private static async Task<Answer> CompareAsync(HttpClient client, Case each, string name)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions { Profile = each.Profile });
        each.Arrange(vcenter);
        var draft = ReportHost.Draft(vcenter, name);
        using var tested = await client.PostAsJsonAsync("api/vmware/connections/test", draft);
        tested.StatusCode.Should().Be(HttpStatusCode.OK, each.Name);
        var report = (await tested.Content.ReadFromJsonAsync<JsonObject>())!;

        vcenter.Faults.ClearRules();
        each.Arrange(vcenter);
        using var created = await client.PostAsJsonAsync("api/vmware/connections", draft);
        var id = (await created.Content.ReadFromJsonAsync<JsonObject>())!.Text("id");
        var state = await Eventually.GetAsync(
            async () => (await client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!
                .Single(connection => connection!.Text("id") == id)!["poll"]!.Text("state"),
            state => state != "pending");
        using var deleted = await client.DeleteAsync(new Uri($"api/vmware/connections/{id}", UriKind.Relative));
        return new(each.Name, report.Flag("success"), state is "healthy" or "degraded", report["failure"]?.ToJsonString());
    }

    private sealed record Case(string Name, VCenterProfile Profile, Action<VCenterSimulator> Arrange);

    private sealed record Answer(string Name, bool Tested, bool Polled, string? Failure);
}
