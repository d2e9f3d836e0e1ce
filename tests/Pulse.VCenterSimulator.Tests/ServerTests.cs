namespace Pulse.Simulation.Tests;

public sealed class ServerTests : SimulatorTest
{
    [Fact]
    public async Task The_certificate_is_for_localhost_and_its_thumbprint_is_in_upper_case_pairs()
    {
        var (simulator, client) = await StartAsync();
        simulator.Thumbprint.Should().MatchRegex("^([0-9A-F]{2}:){31}[0-9A-F]{2}$");
        simulator.Certificate.MatchesHostname("localhost").Should().BeTrue();
        simulator.Certificate.MatchesHostname("127.0.0.1").Should().BeTrue();

        // The client accepts no certificate but the one with this thumbprint.
        (await client.GetAsync("/sdk/vimServiceVersions.xml")).Text.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_certificate_file_keeps_the_thumbprint_over_restarts()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pfx");
        try
        {
            using var first = ServerCertificate.LoadOrCreate(file, "vCenter", TimeProvider.System);
            using var second = ServerCertificate.LoadOrCreate(file, "vCenter", TimeProvider.System);
            var (simulator, client) = await StartAsync(Small with { Certificate = second });
            simulator.Thumbprint.Should().Be(ServerCertificate.ThumbprintOf(first));
            (await client.CreateSessionAsync()).Token.Should().NotBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Plain_HTTP_can_be_served()
    {
        var (simulator, client) = await StartAsync(Small with { UseHttps = false });
        simulator.Url.Scheme.Should().Be("http");
        (await client.CreateSessionAsync()).Token.Should().NotBeNull();
    }

    [Fact]
    public async Task Many_simulators_share_one_server_and_nothing_else()
    {
        var simulators = await VCenterSimulator.StartManyAsync([.. Enumerable.Range(1, 20).Select(hosts => Small with { Hosts = hosts })]);
        simulators.Select(simulator => simulator.Port).Should().OnlyHaveUniqueItems();
        foreach (var simulator in simulators)
        {
            using var client = new SimulatorClient(simulator);
            client.Token = (await client.CreateSessionAsync()).Token;
            (await client.GetAsync("/api/vcenter/host")).Json.AsArray().Should().HaveCount(simulator.Options.Hosts);
            simulator.Sessions.OpenCount.Should().Be(1);
            await simulator.DisposeAsync();
            await simulator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Standalone_hosts_have_a_compute_resource_each()
    {
        var (simulator, client) = await LoggedInAsync(Small with { Clusters = 0, Hosts = 3 });
        simulator.Inventory.All<ComputeResource>().Should().HaveCount(3).And.OnlyContain(resource => !resource.IsCluster);
        (await client.GetAsync("/api/vcenter/cluster")).Text.Should().Be("[]");
    }
}
