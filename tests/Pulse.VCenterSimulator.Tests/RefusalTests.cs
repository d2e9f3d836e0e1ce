using System.Net;

namespace Pulse.Simulation.Tests;

/// <summary>The ways in which a session is lost or a login is refused.</summary>
public sealed class RefusalTests : SimulatorTest
{
    public static TheoryData<RefusalForm, HttpStatusCode, string> Forms => new()
    {
        { RefusalForm.InvalidToken, HttpStatusCode.InternalServerError, "InvalidToken" },
        { RefusalForm.SessionNotFound, HttpStatusCode.InternalServerError, "SessionNotFound" },
        { RefusalForm.Required400, HttpStatusCode.BadRequest, "AuthenticationRequired" },
        { RefusalForm.Required401, HttpStatusCode.Unauthorized, "AuthenticationRequired" },
        { RefusalForm.Required403, HttpStatusCode.Forbidden, "AuthenticationRequired" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_lost_session_is_told_in_each_form_of_9_1(RefusalForm form, HttpStatusCode status, string fault)
    {
        var (simulator, client) = await LoggedInAsync(Small with { Profile = VCenterProfile.V91 });
        simulator.Faults.SessionRefusal = form;
        simulator.Sessions.DropAll();

        var reply = await client.ReadAsync("Folder", "group-d1", "name");

        reply.Status.Should().Be(status);
        reply.TypeName.Should().Be(fault);
        (reply.Headers.WwwAuthenticate.Count > 0).Should().Be(fault == "AuthenticationRequired");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_wrong_password_is_refused_in_each_form_of_9_1_and_counts(RefusalForm form, HttpStatusCode status, string fault)
    {
        var (simulator, client) = await StartAsync(Small with { Profile = VCenterProfile.V911 });
        simulator.Faults.LoginRefusal = form;

        var reply = await client.LoginAsync("wrong");

        reply.Status.Should().Be(status);
        reply.TypeName.Should().Be(fault);
        simulator.Logins.Refused.Should().ContainSingle();
        (await client.LoginAsync()).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("8.0u2")]
    [InlineData("9.1")]
    public async Task A_login_that_fails_for_its_session_says_the_reason_and_is_no_wrong_password(string profile)
    {
        var (simulator, client) = await StartAsync(Small with { Profile = VCenterProfile.Named(profile) });
        simulator.Faults.LoginReason = "ReasonTerminating";

        var reply = await client.LoginAsync();

        reply.TypeName.Should().Be("InvalidLogin");
        ((string?)reply.Json["faultMessage"]![0]!["key"]).Should().Be("vim.fault.InvalidLoginWithReason");
        reply.Text.Should().Contain("ReasonTerminating");
        simulator.Logins.Refused.Should().BeEmpty();
    }
}
