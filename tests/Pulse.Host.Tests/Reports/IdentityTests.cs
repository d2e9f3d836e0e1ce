using System.Net;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>The identity of the system: the same one twice, or another one than before. Also the end of its certificate.</summary>
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
    public async Task Another_system_at_a_saved_endpoint_gets_no_stored_password_until_an_admin_has_accepted_it()
    {
        await using var first = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(first, "Replaced");
        await using var second = await ReplaceAsync(first);
        var (before, now) = (first.Options.InstanceUuid.ToString(), second.Options.InstanceUuid.ToString());

        await host.RenameAsync(id, "Replaced, and polled");
        var polled = await Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "failing");
        var loginsOfPolls = second.Requests.ByOperation.GetValueOrDefault("POST /api/session");
        var tested = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var after = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var healthy = await Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "healthy");
        await host.DeleteAsync(id);

        loginsOfPolls.Should().Be(0);
        polled["poll"]!["lastError"]!.Text("category").Should().Be("wrong_system");
        polled["poll"]!["lastError"]!.Text("message").Should().Contain($"now answers as another system ({now}) than before ({before})").And.Contain("was not sent");
        polled["poll"]!["lastError"]!.Text("remedy").Should().Contain("test the connection");
        (polled["observed"]!.Text("formerSystemId"), polled["observed"]!["vmCount"]!.GetValue<int>()).Should().Be((before, 4), "the counts are those of before");
        tested.Flag("success").Should().BeTrue();
        tested.Step("identity").Text("outcome").Should().Be("warning");
        tested.Step("identity").Text("summary").Should().EndWith("and this test has accepted it");
        tested.Step("identity").Text("remedy").Should().NotContain("test the connection");
        after.Step("identity").Text("outcome").Should().Be("passed", "the test before took the new system for the right one");
        (healthy["observed"]!.Text("systemId"), healthy["observed"]!.Text("formerSystemId")).Should().Be((now, null));
    }

    [Fact]
    public async Task A_test_that_is_the_first_to_see_another_system_shows_it_and_the_next_one_accepts_it()
    {
        await using var first = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(first, "Replaced while paused");
        await host.ChangeAsync(id, new JsonObject { ["enabled"] = false });
        await using var second = await ReplaceAsync(first);

        var shown = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var logins = second.Requests.ByOperation.GetValueOrDefault("POST /api/session");
        var accepted = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        await host.DeleteAsync(id);

        logins.Should().Be(0);
        shown["failure"]!.Text("category").Should().Be("wrong_system");
        shown["failure"]!.Text("remedy").Should().Contain("test the connection once more");
        accepted.Flag("success").Should().BeTrue();
        accepted.Step("identity").Text("summary").Should().EndWith("and this test has accepted it");
    }

    [Fact]
    public async Task A_third_system_is_not_accepted_with_the_second()
    {
        await using var first = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(first, "Replaced twice");
        await host.ChangeAsync(id, new JsonObject { ["enabled"] = false });
        await using (await ReplaceAsync(first))
        {
            await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        }

        await using var third = await VCenterSimulator.StartAsync(first.Options with { Port = first.Port, InstanceUuid = Guid.NewGuid() });
        var report = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        await host.DeleteAsync(id);

        report["failure"]!.Text("category").Should().Be("wrong_system");
        third.Requests.ByOperation.Should().NotContainKey("POST /api/session");
    }

    [Fact]
    public async Task A_password_that_is_typed_for_a_test_is_sent_and_accepts_nothing()
    {
        await using var first = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(first, "Typed");
        await host.ChangeAsync(id, new JsonObject { ["enabled"] = false });
        await using var second = await ReplaceAsync(first);

        var typed = await host.PostAsync($"/{id}/test", new JsonObject { ["password"] = second.Options.Password }, HttpStatusCode.OK);
        var stored = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        await host.DeleteAsync(id);

        typed.Flag("success").Should().BeTrue();
        typed.Step("identity").Text("remedy").Should().Contain("test the saved connection");
        stored["failure"]!.Text("category").Should().Be("wrong_system");
    }

    [Fact]
    public async Task A_certificate_that_ends_within_30_days_is_a_warning()
    {
        var made = TimeProvider.System.GetUtcNow().AddYears(-2).AddDays(10);
        await using var vcenter = await VCenterSimulator.StartAsync(
            new VCenterSimulatorOptions { Certificate = ServerCertificate.Create("vCenter", new TestClock(made)) });

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

    /// <summary>Another vCenter with the same name, certificate and accounts.</summary>
    private static async Task<VCenterSimulator> ReplaceAsync(VCenterSimulator former)
    {
        await former.DisposeAsync();
        return await VCenterSimulator.StartAsync(former.Options with { Port = former.Port, InstanceUuid = Guid.NewGuid() });
    }
}
