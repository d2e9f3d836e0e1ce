using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;

namespace Pulse.IntegrationTests;

/// <summary>
/// Pulse sends the password only at a login, and only to a vCenter that it can read. After every test, <see cref="VCenterTest"/>
/// checks that the password is nowhere else.
/// </summary>
public sealed class CredentialTests : VCenterTest
{
    [Fact]
    public async Task An_expired_certificate_ends_it_before_the_first_request()
    {
        using var certificate = VCenter.CertificateOf(-30, -1);
        await using var other = new VCenter(certificate);
        var draft = Draft();
        draft["port"] = other.Port;
        draft["certificateThumbprint"] = null;

        var report = await Pulse.TestAsync(draft);

        report["failure"]!.Text("category").Should().Be("tls_expired");
        report["certificate"]!.Text("trust").Should().Be("untrusted");
        other.Exchanges().Should().BeEmpty();
    }

    [Fact]
    public async Task An_unchecked_certificate_and_plain_HTTP_work_under_a_warning()
    {
        var unchecked_ = Draft();
        unchecked_["certificateThumbprint"] = null;
        unchecked_["insecureSkipVerify"] = true;

        foreach (var draft in new[] { unchecked_, PlainDraft(VCenter.HttpPort) })
        {
            var report = await Pulse.TestAsync(draft);

            report.Flag("success").Should().BeTrue();
            report.Step("tls").Text("outcome").Should().Be("warning");
            report.Step("tls").Text("remedy").Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task One_session_serves_both_families_where_they_share_it()
    {
        await Pulse.CreatePolledAsync(Draft());

        var exchanges = VCenter.Exchanges();
        exchanges.Where(exchange => exchange.IsLogin).Select(exchange => exchange.Name).Should().Equal("POST session");
        exchanges.Select(exchange => exchange.SessionId).OfType<string>().Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Each_family_gets_its_own_login_and_token_where_they_are_separate()
    {
        VCenter.Play("healthy-separate");

        await Pulse.CreatePolledAsync(Draft());

        var exchanges = VCenter.Exchanges();
        exchanges.Where(exchange => exchange.IsLogin).Select(exchange => exchange.Name).Should().Equal("POST session", "POST Login");
        var login = exchanges.Single(exchange => exchange.Name == "POST Login");
        JsonNode.Parse(login.Body)!.Text("userName").Should().Be(VCenter.UserName);
        exchanges.Where(exchange => exchange.Name == "POST WaitForUpdatesEx")
            .Should().OnlyContain(exchange => exchange.SessionId == login.SessionGiven);
    }

    [Fact]
    public async Task A_stored_password_goes_to_a_new_endpoint_only_after_it_is_known_what_answers_there()
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        VCenter.Play("esxi");

        await Pulse.UpdateAsync(id, new JsonObject { ["host"] = "localhost" });
        var connection = await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);

        connection.Poll()["lastError"]!.Text("category").Should().Be("wrong_system");
        VCenter.Logins().Should().Be(0);
    }
}
