using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class CertificateExpiryTests
{
    [Theory]
    [InlineData(CertificateTrust.Trusted)]
    [InlineData(CertificateTrust.Pinned)]
    [InlineData(CertificateTrust.Skipped)]
    public async Task Thirty_days_before_the_end_of_the_certificate_polls_are_degraded_also_in_a_session_from_before(CertificateTrust trust)
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var end = host.Clock.GetUtcNow().AddDays(30).AddMinutes(5);
        box.Certificate = Certificate(end, trust);
        var draft = BoxHost.Draft();
        draft["pollIntervalSeconds"] = 600;
        var id = (await host.CreateAsync(draft)).Text("id")!;
        await host.SeeStateAsync(id, "healthy");

        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var degraded = await host.SeeStateAsync(id, "degraded");
        var issue = degraded["observed"]!["issues"]!.AsArray().Should().ContainSingle().Which!;
        issue.Text("category").Should().Be("tls_expired");
        issue.Text("message").Should().Contain($"box.example:8443 expires on {end:yyyy-MM-dd}").And.Contain(trust == CertificateTrust.Pinned ? "pin it" : "Renew it");
        host.Boxes.OpenSessions.Should().Be(1);

        // The next poll opened a new connection, and saw the renewed certificate.
        box.Certificate = Certificate(end.AddDays(365), trust);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        (await host.SeeStateAsync(id, "healthy"))["observed"]!["issues"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task After_its_end_a_pinned_certificate_still_polls_and_the_issue_says_that_it_expired()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").Certificate = Certificate(host.Clock.GetUtcNow().AddDays(-1), CertificateTrust.Pinned);

        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        (await host.SeeStateAsync(id, "degraded"))["observed"]!["issues"]![0]!.Text("message").Should().Contain("expired on");
    }

    [Fact]
    public async Task A_test_says_the_same_as_the_poll()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").Certificate = Certificate(host.Clock.GetUtcNow().AddDays(29), CertificateTrust.Trusted);

        using var response = await host.PostAsync("/test", BoxHost.Draft());

        var report = await response.ReadAsync();
        (report["success"]!.GetValue<bool>(), report["degraded"]!.GetValue<bool>()).Should().Be((true, true));
        report["observed"]!["issues"]![0]!.Text("category").Should().Be("tls_expired");
    }

    private static CertificateSeen Certificate(DateTimeOffset end, CertificateTrust trust) =>
        new("CN=box", "CN=box", "AA", end.AddDays(-400), end, trust, ["box.example"]);
}
