using System.Net;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>Which system answers: the same one twice, or another one than before. And until when its certificate is valid.</summary>
public sealed class IdentityTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task A_system_that_another_connection_shows_already_is_a_warning_and_no_loss()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(vcenter, "By address");
        var draft = ReportHost.Draft(vcenter);
        draft["host"] = "localhost";

        var report = await host.TestAsync(draft);
        var saved = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        await host.DeleteAsync(id);

        report.Step("identity").Text("outcome").Should().Be("warning");
        report.Step("identity").Text("summary").Should().EndWith("the connection 'By address' already shows this vCenter");
        report.Step("identity").Text("remedy").Should().NotBeNullOrEmpty();
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, false));
        saved.Step("identity").Text("outcome").Should().Be("passed", "it is the connection itself");
    }

    [Fact]
    public async Task A_saved_endpoint_that_answers_as_another_system_degrades_polls_until_an_admin_has_tested_it()
    {
        await using var first = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(first, "Replaced");
        var before = first.Options.InstanceUuid.ToString();
        await first.DisposeAsync();
        await using var second = await VCenterSimulator.StartAsync(first.Options with { Port = first.Port, InstanceUuid = Guid.NewGuid() });

        await host.RenameAsync(id, "Replaced, and polled");
        var polled = await Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "degraded");
        var again = await PollAgainAsync(id, polled);
        var tested = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var after = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        await host.DeleteAsync(id);

        foreach (var connection in new[] { polled, again })
        {
            connection["observed"]!.Text("formerSystemId").Should().Be(before);
            connection["observed"]!["issues"]![0]!.Text("message").Should().Contain("now answers as another vCenter").And.Contain(before);
        }

        tested.Step("identity").Text("outcome").Should().Be("warning");
        tested.Step("identity").Text("summary").Should().Contain("now answers as another vCenter").And.Contain(before);
        tested.Flag("success").Should().BeTrue();
        after.Step("identity").Text("outcome").Should().Be("passed", "the test before took the new system for the right one");
    }

    [Fact]
    public async Task A_certificate_that_ends_within_30_days_is_a_warning()
    {
        var made = TimeProvider.System.GetUtcNow().AddYears(-2).AddDays(10);
        await using var vcenter = await VCenterSimulator.StartAsync(
            new VCenterSimulatorOptions { Certificate = ServerCertificate.Create(new TestClock(made)) });

        var report = await host.TestAsync(vcenter);

        var tls = report.Step("tls");
        (tls.Text("outcome"), tls.Text("category")).Should().Be(("warning", "tls_expired"));
        tls.Text("summary").Should().EndWith($"certificate trusted by its pin; the certificate expires on {made.AddYears(2):yyyy-MM-dd}");
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true), "polls are degraded by it as well");
    }

    private async Task<string> CreateAsync(VCenterSimulator vcenter, string name)
    {
        var id = (await host.PostAsync("", ReportHost.Draft(vcenter, name), HttpStatusCode.Created)).Text("id")!;
        await Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "healthy");
        return id;
    }

    private async Task<JsonObject> PollAgainAsync(string id, JsonObject polled)
    {
        await host.RenameAsync(id, "Replaced, and polled again");
        return await Eventually.GetAsync(
            () => host.GetAsync(id),
            connection => connection["poll"]!["recent"]!.AsArray().Count > polled["poll"]!["recent"]!.AsArray().Count);
    }
}
