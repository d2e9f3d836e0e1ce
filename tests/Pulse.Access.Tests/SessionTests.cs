using System.Net;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class SessionTests
{
    private const string NewPassword = "a whole new password";

    [Fact]
    public async Task The_session_says_who_is_signed_in_and_how_to_send_changes()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var session = await browser.GetAsync("/api/access/session");

        session.Text("userName").Should().Be("admin");
        session.Body.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString())
            .Should().BeEquivalentTo("settings:read", "settings:write");
        session.Text("antiforgeryHeader").Should().Be("X-Pulse-Antiforgery");
        session.Text("antiforgeryToken").Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Without_a_session_there_is_a_problem_and_no_redirect()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await host.Browser().GetAsync("/api/access/session");

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        answer.Header("WWW-Authenticate").Should().Be("Bearer");
        answer.Header("Location").Should().BeNull();
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_its_last_use()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        host.Clock.Advance(TimeSpan.FromHours(11));
        var used = await browser.GetAsync("/api/access/session");
        host.Clock.Advance(TimeSpan.FromHours(11));
        var renewed = await browser.GetAsync("/api/access/session");
        host.Clock.Advance(TimeSpan.FromHours(12.1));
        var expired = await browser.GetAsync("/api/access/session");

        used.Status.Should().Be(HttpStatusCode.OK);
        renewed.Status.Should().Be(HttpStatusCode.OK);
        expired.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_this_browser_only()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var here = await host.SignedInAsync();
        var there = await host.SignedInAsync();

        (await here.PostAsync("/api/access/sign-out")).Status.Should().Be(HttpStatusCode.NoContent);

        (await here.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await there.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_but_no_token()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var here = await host.SignedInAsync();
        var there = await host.SignedInAsync();
        var token = await here.CreateTokenAsync("script", scopes: "settings:read");

        (await here.PostAsync("/api/access/sign-out-everywhere")).Status.Should().Be(HttpStatusCode.NoContent);

        (await here.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await there.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await host.Script(token).GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_survives_a_restart()
    {
        using var directory = new TempDirectory();
        string cookie;
        await using (var first = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", AccessHost.Password)))
        {
            cookie = (await first.Browser().TrySignInAsync(AccessHost.Password)).Header("Set-Cookie")!.Split(';')[0];
        }

        await using var second = await AccessHost.StartAsync(directory);
        var browser = second.Browser();
        browser.Http.DefaultRequestHeaders.Add("Cookie", cookie);

        (await browser.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_takes_the_old_ones_place_and_ends_the_other_sessions()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var here = await host.SignedInAsync();
        var there = await host.SignedInAsync();

        var answer = await ChangePasswordAsync(here, AccessHost.Password, NewPassword);

        answer.Status.Should().Be(HttpStatusCode.NoContent);
        (await here.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);
        (await there.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await host.Browser().TrySignInAsync(AccessHost.Password)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await host.Browser().TrySignInAsync(NewPassword)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_current_password_has_to_be_right_and_the_new_one_long_enough()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var tooShort = await ChangePasswordAsync(browser, "", "short");
        var wrong = await ChangePasswordAsync(browser, "not the password", NewPassword);

        tooShort.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        tooShort.FaultyFields.Should().BeEquivalentTo("currentPassword", "newPassword");
        wrong.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        wrong.FaultyFields.Should().BeEquivalentTo("currentPassword");
    }

    [Fact]
    public async Task Guessing_the_current_password_from_a_session_locks_as_well()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            await ChangePasswordAsync(browser, "not the password", NewPassword);
        }

        var answer = await ChangePasswordAsync(browser, AccessHost.Password, NewPassword);

        answer.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_locked");
        answer.Header("Retry-After").Should().Be("300");
    }

    private static Task<Answer> ChangePasswordAsync(ApiClient browser, string currentPassword, string newPassword) =>
        browser.PostAsync("/api/access/password", new { currentPassword, newPassword });
}
