using System.Net;
using System.Xml.Linq;

namespace Pulse.Simulation.Tests;

public sealed class ReleaseTests : SimulatorTest
{
    private const string Hello = "/api/vcenter/system?action=hello";

    public static TheoryData<string> ProfilesWithVimJson => [.. VCenterProfile.All.Where(profile => profile.VimJson).Select(profile => profile.Name)];

    public static TheoryData<string> ProfilesWithoutVimJson => [.. VCenterProfile.All.Where(profile => !profile.VimJson).Select(profile => profile.Name)];

    [Fact]
    public async Task The_releases_are_listed_without_a_session()
    {
        var (_, client) = await StartAsync();
        var reply = await client.GetAsync("/sdk/vimServiceVersions.xml");
        reply.ContentType.Should().Be("text/xml");
        var space = XDocument.Parse(reply.Text).Root!.Element("namespace")!;
        space.Element("name")!.Value.Should().Be("urn:vim25");
        space.Element("version")!.Value.Should().Be("8.0.3.0");
        space.Element("priorVersions")!.Elements().Select(version => version.Value).Should().StartWith(["8.0.2.0", "8.0.1.0"]).And.EndWith("4.0");
    }

    [Theory]
    [MemberData(nameof(ProfilesWithVimJson))]
    public async Task The_service_content_is_served_without_a_session_and_names_the_release(string name)
    {
        var profile = VCenterProfile.Named(name);
        var (_, client) = await StartAsync(Small with { Profile = profile });
        var about = (await client.ReadAsync("ServiceInstance", "ServiceInstance", "content")).Json["about"]!;
        ((string?)about["apiVersion"]).Should().Be(profile.Release);
        ((string?)about["apiType"]).Should().Be(profile.IsHost ? "HostAgent" : "VirtualCenter");
    }

    [Theory]
    [MemberData(nameof(ProfilesWithoutVimJson))]
    public async Task A_server_without_VI_JSON_lists_its_releases_and_answers_the_rest_with_a_SOAP_fault(string name)
    {
        var (_, client) = await StartAsync(Small with { Profile = VCenterProfile.Named(name) });
        (await client.GetAsync("/sdk/vimServiceVersions.xml")).Status.Should().Be(HttpStatusCode.OK);
        var reply = await client.ReadAsync("ServiceInstance", "ServiceInstance", "content");
        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.Text.Should().Contain("expat");
    }

    [Theory]
    [InlineData("7.0", HttpStatusCode.Created)]
    [InlineData("6.7", HttpStatusCode.InternalServerError)]
    [InlineData("esxi", HttpStatusCode.BadRequest)]
    public async Task The_refused_products_answer_a_session_each_in_its_way(string name, HttpStatusCode status)
    {
        var (_, client) = await StartAsync(Small with { Profile = VCenterProfile.Named(name) });
        (await client.CreateSessionAsync()).Status.Should().Be(status);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_release_that_the_server_does_not_know_is_refused(int status)
    {
        var (simulator, client) = await StartAsync();
        simulator.Faults.UnknownReleaseStatus = status;
        var reply = await client.GetAsync("/sdk/vim25/9.0.0.0/ServiceInstance/ServiceInstance/content");
        ((int)reply.Status).Should().Be(status);
    }

    [Fact]
    public async Task A_prior_release_is_served_as_long_as_it_knows_VI_JSON()
    {
        var (_, client) = await StartAsync();
        (await client.GetAsync("/sdk/vim25/8.0.1.0/ServiceInstance/ServiceInstance/content")).Status.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/sdk/vim25/8.0.0.1/ServiceInstance/ServiceInstance/content")).Status.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("""["9.0.0.0","8.0.3.0","8.0.2.0"]""", "8.0.3.0")]
    [InlineData("""["10.0.0.0"]""", "")]
    public async Task Hello_chooses_the_first_known_release_without_a_session(string releases, string chosen)
    {
        var (_, client) = await StartAsync();
        var reply = await client.PostAsync(Hello, $$"""{"api_releases":{{releases}}}""");
        ((string?)reply.Json["api_release"]).Should().Be(chosen);
    }

    [Fact]
    public async Task Hello_refuses_an_empty_list()
    {
        var (_, client) = await StartAsync();
        var reply = await client.PostAsync(Hello, """{"api_releases":[]}""");
        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.ErrorType.Should().Be("INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Hello_is_absent_on_8_0_U1()
    {
        var (_, client) = await StartAsync(Small with { Profile = VCenterProfile.V80U1 });
        (await client.PostAsync(Hello, """{"api_releases":["8.0.1.0"]}""")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
