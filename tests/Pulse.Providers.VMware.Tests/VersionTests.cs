using System.Text;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Sessions;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Recordings;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class VersionTests : VCenterTests
{
    private const string SoapFault =
        """<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body/></soapenv:Envelope>""";

    [Theory]
    [InlineData("8.0.3.0", "8.0.2.0 8.0.1.0 8.0.0.2 7.0.3.2 4.0", "8.0.3.0")]
    [InlineData("8.0.1.0", "8.0.0.2 8.0.0.1", "8.0.1.0")]
    [InlineData("8.0.3.1", "8.0.3.0 8.0.2.0", "8.0.3.1")]
    [InlineData("9.1.1.0", "9.1.0.0 9.0.0.0", "9.1.1.0")]
    [InlineData("9.0.0.0", "8.0.3.0 8.0.2.0", "9.0.0.0")]
    [InlineData("9.2.0.0", "9.1.0.0 9.0.0.0 8.0.3.0", "9.1.0.0")]
    [InlineData("10.0.0.0", "9.9.0.0", null)]
    [InlineData("8.0.0.2", "8.0.0.1 7.0.3.2", null)]
    [InlineData("6.7.3", "6.7 6.5", null)]
    public async Task The_newest_release_that_both_sides_know_is_taken(string current, string prior, string? expected) =>
        (await ParseAsync(Listing(current, prior.Split(' '))))!.NewestCommon.Should().Be(expected);

    [Theory]
    [InlineData("8.0.0.2", true)]
    [InlineData("6.7.3", true)]
    [InlineData("8.0.1.0", false)]
    [InlineData("10.0.0.0", false)]
    [InlineData("soon", false)]
    public async Task Older_than_the_floor_is_told_from_newer(string current, bool tooOld) =>
        (await ParseAsync(Listing(current)))!.TooOld.Should().Be(tooOld);

    [Fact]
    public async Task Other_namespaces_and_an_xml_namespace_are_passed_over() =>
        (await ParseAsync(
            """
            <namespaces version="1.0" xmlns="urn:old"><namespace><name>urn:vim2</name><version>9.1.0.0</version></namespace>
            <namespace><name>urn:vim25</name><version>8.0.2.0</version></namespace></namespaces>
            """))!.Current.Should().Be("8.0.2.0");

    [Theory]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("<!DOCTYPE html><html><br></html>")]
    [InlineData("""<!DOCTYPE namespaces SYSTEM "file:///etc/hostname"><namespaces version="1.0"/>""")]
    [InlineData("""<namespaces version="2.0"><namespace><name>urn:vim25</name><version>8.0.2.0</version></namespace></namespaces>""")]
    [InlineData("""<namespaces version="1.0"/>""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Anything_else_is_no_list_of_versions(string document) =>
        (await ParseAsync(document)).Should().BeNull();

    [Fact]
    public async Task A_vcenter_below_the_floor_is_unsupported_and_both_versions_are_named()
    {
        On("GET vimServiceVersions.xml", Respond(200, "text/xml", Listing("7.0.3.2", "7.0.3.1")));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.UnsupportedVersion);
        failure.Sentence.Should().Contain("7.0.3.2").And.Contain("8.0.1.0");
        NoPasswordWasSent();
    }

    [Fact]
    public async Task An_esxi_host_is_told_by_its_api_type()
    {
        On("GET content", Respond(200, Recording.Of("02").Body!.Replace("\"VirtualCenter\"", "\"HostAgent\"")));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.WrongSystem);
        failure.Sentence.Should().Contain("is an ESXi host").And.EndWith("Connect the vCenter that manages it.");
        NoPasswordWasSent();
    }

    [Theory]
    [InlineData(500, SoapFault, "text/xml")]
    [InlineData(404, null, "")]
    [InlineData(500, null, "")]
    [InlineData(200, "<html>", "text/html")]
    [InlineData(200, "{}", "application/json")]
    [InlineData(200, "null", "application/json")]
    public async Task A_host_that_lists_versions_but_has_no_vi_json_is_no_vcenter(int status, string? body, string contentType)
    {
        On("GET content", Respond(status, contentType, body));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.WrongSystem);
        failure.Sentence.Should().Contain("ESXi");
        NoPasswordWasSent();
    }

    [Theory]
    [InlineData(200, "<html><body>Welcome to nginx!</body></html>", "text/html")]
    [InlineData(200, "<!doctype html><meta charset=utf-8><title>Sign in", "text/html")]
    [InlineData(404, "not found", "text/plain")]
    [InlineData(401, "who are you", "text/plain")]
    [InlineData(403, "<html>forbidden</html>", "text/html")]
    [InlineData(302, null, "")]
    [InlineData(400, null, "")]
    public async Task Something_that_publishes_no_versions_is_no_vcenter(int status, string? body, string contentType)
    {
        On("GET vimServiceVersions.xml", Respond(status, contentType, body));

        (await FailureAsync()).Category.Should().Be(FailureCategory.WrongSystem);
        NoPasswordWasSent();
        LastAttempt.Steps[^1].Should().BeEquivalentTo(new { Name = "version", Outcome = StepOutcome.Failed });
    }

    [Theory]
    [InlineData("vCenter Server Management", "a web interface of a vCenter appliance ('vCenter Server Management')", "Enter port 443")]
    [InlineData("vSphere Client", "a web interface of a vCenter appliance", "Enter port 443")]
    [InlineData("Log in - VMware ESXi", "web interface of an ESXi host", "vCenter that manages it")]
    [InlineData("Sign in", "a web page ('Sign in')", "sign-in page")]
    public async Task Another_port_of_an_appliance_is_told_by_the_page_it_shows(string title, string sentence, string remedy)
    {
        foreach (var hasPageEverywhere in new[] { true, false })
        {
            On("GET vimServiceVersions.xml", Respond(hasPageEverywhere ? 200 : 404, "text/html", $"<html><title>{title}</title>"));
            On("GET ", Respond(200, "text/html", $"<html><title>{title}</title>"));

            var failure = await FailureAsync();

            failure.Category.Should().Be(FailureCategory.WrongSystem);
            failure.Sentence.Should().Contain(sentence);
            failure.Remedy.Should().Contain(remedy);
            NoPasswordWasSent();
        }
    }

    [Fact]
    public async Task A_redirect_to_a_sign_in_page_is_named_before_a_password_is_sent()
    {
        On("GET vimServiceVersions.xml", With((http, _) =>
        {
            http.Response.Redirect("https://idp.example/authorize?state=1");
            return Task.CompletedTask;
        }));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.WrongSystem);
        failure.Sentence.Should().Contain("redirects to idp.example:443");
        NoPasswordWasSent();
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("an id without end")]
    public async Task An_id_that_would_lead_to_another_path_is_never_followed(string id)
    {
        var endless = id.Length > 2 ? new string('x', 70_000) : id;
        On("GET content", Respond(200, Recording.Of("02").Body!.Replace("\"SessionManager\"}", $"\"{endless}\"}}")));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task A_vcenter_that_starts_is_unavailable_not_something_else()
    {
        On("GET content", Respond(503, "text/html", "<html>no healthy upstream</html>"));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unavailable);
        NoPasswordWasSent();
    }

    private static string Listing(string current, params string[] prior) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" ?><namespaces version=\"1.0\"><namespace><name>urn:vim25</name><version>{current}</version><priorVersions>"
        + string.Concat(prior.Select(version => $"<version>{version}</version>")) + "</priorVersions></namespace></namespaces>";

    private static async Task<ApiReleases?> ParseAsync(string document)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        return await ApiReleases.ReadAsync(stream, CancellationToken.None);
    }

    private void NoPasswordWasSent()
    {
        Gate.Logins.Should().Be(0);
        Requests.Should().OnlyContain(request => request.Authorization == null && request.Body == "");
    }
}
