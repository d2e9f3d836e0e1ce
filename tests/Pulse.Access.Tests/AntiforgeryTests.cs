using System.Net;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class AntiforgeryTests
{
    [Theory]
    [InlineData("/api/test/write")]
    [InlineData("/api/access/sign-out")]
    [InlineData("/api/access/sign-out-everywhere")]
    [InlineData("/api/access/password")]
    [InlineData("/api/access/tokens")]
    public async Task A_change_by_session_needs_the_antiforgery_token(string path)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = host.Browser();
        await browser.SignInAsync(AccessHost.Password);

        var answer = await browser.PostAsync(path, new { });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "antiforgery_failed");
    }

    [Fact]
    public async Task With_the_token_of_the_session_a_change_passes()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.PostAsync("/api/test/write")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_made_up_token_does_not_pass()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        browser.Http.DefaultRequestHeaders.Remove("X-Pulse-Antiforgery");
        browser.Http.DefaultRequestHeaders.Add("X-Pulse-Antiforgery", "made-up");

        (await browser.PostAsync("/api/test/write")).ShouldBeProblem(HttpStatusCode.BadRequest, "antiforgery_failed");
    }

    [Fact]
    public async Task Reading_needs_no_antiforgery_token()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = host.Browser();
        await browser.SignInAsync(AccessHost.Password);

        (await browser.GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_API_token_needs_no_antiforgery_token()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var token = await (await host.SignedInAsync()).CreateTokenAsync("script", scopes: "settings:write");

        (await host.Script(token).PostAsync("/api/test/write")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_made_up_authorization_header_does_not_get_a_session_around_the_check()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = host.Browser();
        await browser.SignInAsync(AccessHost.Password);
        browser.Http.DefaultRequestHeaders.Add("Authorization", "Bearer pulse_made_up");

        (await browser.PostAsync("/api/test/write")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Who_is_signed_in_can_sign_in_again_without_the_token()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = host.Browser();
        await browser.SignInAsync(AccessHost.Password);

        (await browser.TrySignInAsync(AccessHost.Password)).Status.Should().Be(HttpStatusCode.OK);
    }
}
