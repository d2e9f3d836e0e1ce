using System.Net;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Reports;

/// <summary>A shared report names no host, no user and no object.</summary>
public sealed class RedactionTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task A_redacted_report_has_placeholders_where_a_plain_one_has_names()
    {
        await using var vcenter = await StartAsync();
        var draft = ReportHost.Draft(vcenter);
        draft["host"] = "localhost";

        var plain = (await host.TestAsync(draft)).ToJsonString();
        var redacted = await host.TestAsync(draft, "?redact=true");

        string[] names = ["localhost", "127.0.0.1", "esx001.example.test", "vm00001", "datastore002", "unreadable", vcenter.Options.UserName];
        plain.Should().ContainAll(names.SkipLast(1));
        redacted.ToJsonString().Should().NotContainAny(names);
        redacted.Step("performance").Text("summary").Should().MatchRegex("of host 'object-[0-9]' and virtual machine 'object-[0-9]'");
        redacted["observed"]!.Text("systemName").Should().Be("host-1");
        redacted["certificate"]!.Text("sha256").Should().Be(vcenter.Thumbprint);
        redacted.Step("resolve").Text("summary").Should().Contain("address-1");
    }

    [Fact]
    public async Task A_failure_is_redacted_too()
    {
        await using var vcenter = await StartAsync();
        var draft = ReportHost.Draft(vcenter);
        draft["host"] = "localhost";
        draft.Remove("certificateThumbprint");

        var report = await host.TestAsync(draft, "?redact=true");

        report["failure"]!.Text("category").Should().Be("tls_untrusted");
        report["failure"]!.Text("message").Should().Contain($"host-1:{vcenter.Port}").And.NotContain("localhost");
        report["certificate"]!.Text("subject").Should().Be("subject");
    }

    [Fact]
    public async Task A_saved_connection_can_be_redacted_and_so_are_the_names_of_others()
    {
        await using var vcenter = await StartAsync();
        var first = (await host.PostAsync("", ReportHost.Draft(vcenter, "Secret site"), HttpStatusCode.Created)).Text("id")!;
        await Pulse.Testing.Eventually.GetAsync(() => host.GetAsync(first), connection => connection["observed"] is not null);
        var twin = ReportHost.Draft(vcenter, "Twin");
        twin["host"] = "localhost";
        var second = (await host.PostAsync("", twin, HttpStatusCode.Created)).Text("id")!;

        var report = await host.PostAsync($"/{second}/test?redact=true", null, HttpStatusCode.OK);
        await host.DeleteAsync(first);
        await host.DeleteAsync(second);

        report.Step("identity").Text("summary").Should().EndWith("the connection 'connection-1' already shows this vCenter");
    }

    [Fact]
    public async Task Anything_but_true_or_false_is_refused()
    {
        await using var vcenter = await StartAsync();

        await host.PostAsync("/test?redact=perhaps", ReportHost.Draft(vcenter), HttpStatusCode.BadRequest);
    }

    private static async Task<VCenterSimulator> StartAsync()
    {
        var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        vcenter.Inventory.Datastores[1].Accessible = false;
        vcenter.Inventory.AddUnreadable("unreadable");
        return vcenter;
    }
}
