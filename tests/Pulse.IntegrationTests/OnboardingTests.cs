using Pulse.IntegrationTests.Support;
using Pulse.IntegrationTests.WireMock;

namespace Pulse.IntegrationTests;

public sealed class OnboardingTests(WireMockServer server) : VCenterTest(server)
{
    [Theory]
    [InlineData("healthy-shared", "8.0.3", "24022515", "8.0.3.0", "shared")]
    [InlineData("healthy-separate", "8.0.2", "22617221", "8.0.2.0", "separate")]
    public async Task A_connected_vCenter_is_polled_and_shows_what_it_holds(
        string scenario, string version, string build, string release, string sharing)
    {
        await VCenter.PlayAsync(scenario);

        var created = await Pulse.CreateAsync(Draft());
        created.Text("password").Should().Be("********");
        created.Poll().Text("state").Should().Be("pending");
        var connection = await Pulse.SeeStateAsync(created.Id(), "healthy");

        connection.Poll()["lastError"].Should().BeNull();
        connection.Poll()["recent"]!.AsArray().Should().ContainSingle();
        var observed = connection["observed"]!;
        observed.Text("systemName").Should().Be(VCenter.Host);
        observed.Text("systemId").Should().Be("b4da12cf-8638-5fd6-b4df-538b614d5de1");
        observed.Text("product").Should().Be("VMware vCenter Server");
        observed.Text("version").Should().Be(version);
        observed.Text("build").Should().Be(build);
        observed.Flag("complete").Should().BeTrue();
        (observed.Number("agentCount"), observed.Number("vmCount"), observed.Number("storageCount")).Should().Be((2, 4, 3));
        observed["topology"]!.ToJsonString().Should().Be("""{"datacenters":1,"clusters":1,"folders":4,"resourcePools":1,"networks":3}""");
        observed["details"]!.Text("apiRelease").Should().Be(release);
        observed["details"]!.Text("sessionSharing").Should().Be(sharing);
    }
}
