using System.Net;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class SignInTests
{
    private const string Password = AccessHost.Password;
    private const string Wrong = "not the password";

    [Fact]
    public async Task Signing_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await host.Browser().TrySignInAsync(Password);

        answer.Text("userName").Should().Be("admin");
        answer.Header("Set-Cookie").Should().StartWith("pulse_session=").And.Contain("httponly").And.Contain("samesite=strict")
            .And.NotContain("secure");
    }

    [Fact]
    public async Task Over_HTTPS_the_cookie_is_secure()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await host.Browser(https: true).TrySignInAsync(Password);

        answer.Header("Set-Cookie").Should().Contain("secure");
    }

    [Theory]
    [InlineData("admin", Wrong)]
    [InlineData("root", Password)]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer(string userName, string password)
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await host.Browser().TrySignInAsync(password, userName);

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "sign_in_refused");
        answer.Header("Set-Cookie").Should().BeNull();
    }

    [Fact]
    public async Task Every_missing_field_is_named_at_once()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await host.Browser().PostAsync("/api/access/sign-in", new { });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        answer.FaultyFields.Should().BeEquivalentTo("userName", "password");
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_five_minutes()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 5);

        var locked = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var later = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        var after = await host.Browser().TrySignInAsync(Password);

        locked.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_locked");
        locked.Header("Retry-After").Should().Be("300");
        later.Header("Retry-After").Should().Be("180");
        after.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_passwords_spread_over_more_than_fifteen_minutes_do_not_lock()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 4);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(host, 4);

        (await host.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_successful_sign_in_forgives_earlier_failures()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 4);
        await host.Browser().SignInAsync(Password);
        await FailAsync(host, 4);

        (await host.Browser("192.0.2.2").TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_restart_does_not_lift_the_lock()
    {
        using var directory = new TempDirectory();
        await using (var first = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", Password)))
        {
            await FailAsync(first, 5);
        }

        await using var second = await AccessHost.StartAsync(directory);

        (await second.Browser().TrySignInAsync(Password)).Code.Should().Be("sign_in_locked");
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_moment_do_not_slip_past_the_lock()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.Browser($"198.51.100.{i}").TrySignInAsync(Wrong)));

        answers.Count(answer => answer.Code == "sign_in_refused").Should().Be(5);
        answers.Count(answer => answer.Code == "sign_in_locked").Should().Be(15);
    }

    [Fact]
    public async Task The_eleventh_attempt_within_a_minute_from_one_address_is_refused_and_others_are_not()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        for (var i = 0; i < 10; i++)
        {
            (await host.Browser().TrySignInAsync(Wrong, "nobody")).Code.Should().Be("sign_in_refused");
        }

        var eleventh = await host.Browser().TrySignInAsync(Password);
        var setup = await host.Browser().PostAsync("/api/access/setup", new { });
        var elsewhere = await host.Browser("192.0.2.2").TrySignInAsync(Password);

        eleventh.ShouldBeProblem(HttpStatusCode.TooManyRequests, "rate_limited");
        eleventh.Header("Retry-After").Should().NotBeNull();
        setup.Code.Should().Be("rate_limited");
        elsewhere.Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task FailAsync(AccessHost host, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await host.Browser().TrySignInAsync(Wrong)).Code.Should().Be("sign_in_refused");
        }
    }
}
