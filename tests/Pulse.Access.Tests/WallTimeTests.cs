using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Tests.Support;
using Pulse.Testing;

namespace Pulse.Access.Tests;

/// <summary>An administrator, a time server or an empty battery sets the clock of the machine forward or back.</summary>
public sealed class WallTimeTests
{
    private const string Password = AccessHost.Password;
    private const string Wrong = "not the password";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<TimeSpan> Jumps =>
        [Seconds(7), Seconds(-7), TimeSpan.FromHours(3), TimeSpan.FromHours(-3), TimeSpan.FromDays(366), TimeSpan.FromDays(-366)];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_lock_lasts_five_minutes_and_Retry_After_says_how_much_of_it_is_left(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 5);

        host.Clock.JumpWallTime(jump);
        var locked = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(TimeSpan.FromMinutes(5) - Seconds(1));
        var still = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(Seconds(1));
        var after = await host.Browser().TrySignInAsync(Password);

        locked.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_locked");
        locked.Header("Retry-After").Should().Be("300");
        still.Header("Retry-After").Should().Be("1");
        after.Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Wrong_passwords_before_and_after_the_jump_count_together(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 3);
        host.Clock.JumpWallTime(jump);
        await FailAsync(host, 2);

        (await host.Browser().TrySignInAsync(Password)).Code.Should().Be("sign_in_locked");
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Wrong_passwords_are_forgotten_after_fifteen_minutes(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await FailAsync(host, 4);
        host.Clock.JumpWallTime(jump);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(host, 4);

        (await host.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(-366, "sign_in_locked", "300")]
    [InlineData(-1, "sign_in_locked", "300")]
    [InlineData(0, "sign_in_locked", "300")]
    [InlineData(366, null, null)]
    public async Task A_lock_of_before_a_restart_never_lasts_longer_than_five_minutes(int days, string? code, string? retryAfter)
    {
        using var directory = new TempDirectory();
        await using (var first = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", Password)))
        {
            await FailAsync(first, 5);
        }

        await using var second = await AccessHost.StartAsync(directory, new TestClock(Start.AddDays(days)));
        var answer = await second.Browser().TrySignInAsync(Password);
        second.Clock.Advance(TimeSpan.FromMinutes(5));
        var after = await second.Browser().TrySignInAsync(Password);

        answer.Code.Should().Be(code);
        answer.Header("Retry-After").Should().Be(retryAfter);
        after.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Failures_of_the_future_count_as_now()
    {
        using var directory = new TempDirectory();
        await using (var first = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", Password)))
        {
            await FailAsync(first, 1);
        }

        await using var second = await AccessHost.StartAsync(directory, new TestClock(Start.AddDays(-366)));
        await FailAsync(second, 1);
        second.Clock.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(second, 4);

        (await second.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task The_rate_limit_lasts_a_minute_and_Retry_After_says_how_much_of_it_is_left(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            (await host.Browser().TrySignInAsync(Wrong, "nobody")).Code.Should().Be("sign_in_refused");
        }

        host.Clock.JumpWallTime(jump);
        host.Clock.Advance(Seconds(20));
        var refused = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(Seconds(40));
        var after = await host.Browser().TrySignInAsync(Password);

        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "rate_limited");
        refused.Header("Retry-After").Should().Be("40");
        after.Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_session_lasts_no_longer_than_its_twelve_hours(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        var copy = host.Browser();
        copy.Http.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(new Uri("http://pulse.test/")));
        host.Clock.JumpWallTime(jump);

        // A jump beyond the end of the session makes it invalid until the clock is right again.
        var isOver = jump > TimeSpan.FromHours(12);
        (await browser.GetAsync("/api/access/session")).Status.Should().Be(isOver ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromHours(12) + Seconds(7));
        (await browser.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await copy.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_session_that_is_used_goes_on_after_the_jump_and_lasts_no_longer_than_seven_days(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        host.Clock.JumpWallTime(jump);
        var browser = await host.SignedInAsync();
        host.Clock.JumpWallTime(-jump);

        var hours = 0;
        while ((await browser.GetAsync("/api/access/session")).Status == HttpStatusCode.OK && hours < 1000)
        {
            host.Clock.Advance(TimeSpan.FromHours(8));
            hours += 8;
        }

        // The sign-in happened while the clock was a year behind: the session ends by its date as soon as the clock is right.
        hours.Should().Be(jump < -TimeSpan.FromDays(7) ? 0 : 7 * 24);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_token_lasts_no_longer_than_its_lifetime_and_its_last_use_is_seen(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", expiresInDays: 1, scopes: "settings:read"));
        (await script.GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
        host.Clock.JumpWallTime(jump);

        var isOver = jump > TimeSpan.FromDays(1);
        (await script.GetAsync("/api/test/read")).Status.Should().Be(isOver ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        var lastUsed = await host.QueryAsync(database => database.ApiTokens.Select(token => token.LastUsedAt).SingleAsync());
        lastUsed.Should().Be(isOver || (jump > TimeSpan.Zero && jump < TimeSpan.FromMinutes(1)) ? Start : Start + jump);

        host.Clock.Advance(TimeSpan.FromDays(1));
        (await script.GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_token_without_an_end_goes_on(TimeSpan jump)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", scopes: "settings:read"));

        host.Clock.JumpWallTime(jump);

        (await script.GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_audit_trail_is_in_the_order_of_what_happened()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        foreach (var row in Jumps)
        {
            host.Clock.JumpWallTime(row.Data);
            await host.Browser().TrySignInAsync(Wrong, "nobody");
            host.Clock.JumpWallTime(-row.Data);
            await browser.PostAsync("/api/access/tokens", new { name = $"{row.Data}", scopes = new[] { "settings:read" } });
        }

        var actions = (await browser.GetAsync("/api/access/audit")).Body.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("action").GetString()).Take(12);

        actions.Should().Equal(Enumerable.Repeat<string[]>(["token_create", "sign_in"], 6).SelectMany(pair => pair));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static async Task FailAsync(AccessHost host, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await host.Browser().TrySignInAsync(Wrong)).Code.Should().Be("sign_in_refused");
        }
    }
}
