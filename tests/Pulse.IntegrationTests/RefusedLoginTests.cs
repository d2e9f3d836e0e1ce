using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;

namespace Pulse.IntegrationTests;

/// <summary>vCenter locks an account after five refused logins: Pulse must not be the one that does it.</summary>
public sealed class RefusedLoginTests : VCenterTest
{
    [Theory]
    [InlineData("healthy-shared", "account-locked", VCenter.Password)]
    [InlineData("healthy-shared", "proxy-401-at-login", VCenter.Password)]
    [InlineData("healthy-shared", null, VCenter.WrongPassword)]
    [InlineData("healthy-separate", null, VCenter.WrongPassword)]
    public async Task A_refused_password_is_sent_once_whatever_is_tried_with_it(string scenario, string? refusal, string password)
    {
        VCenter.Play([scenario, .. refusal is null ? [] : (string[])[refusal]]);
        var refused = await Pulse.CreatePolledAsync(Draft(password));
        refused.Poll()["lastError"]!.Text("category").Should().Be("auth_invalid");

        await BeHeldAsync($"/{refused.Id()}/test", null);
        await BeHeldAsync("/test", Draft(password));
        await BeHeldAsync($"/{refused.Id()}/test", new JsonObject { ["name"] = "Another name" });
        await Pulse.UpdateAsync(refused.Id(), new JsonObject { ["enabled"] = false });
        await Pulse.UpdateAsync(refused.Id(), new JsonObject { ["enabled"] = true });
        await Pulse.SeeAsync(refused.Id(), poll => poll["recent"]!.AsArray().Count == 2);
        await Pulse.DeleteAsync(refused.Id());
        var second = await Pulse.CreatePolledAsync(Draft(password));
        await Pulse.RestartAsync();
        await BeHeldAsync($"/{second.Id()}/test", null);

        second.Poll()["lastError"]!.Text("message").Should().Contain("was not tried again");
        VCenter.Logins().Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_of_the_second_family_keeps_the_password_from_both()
    {
        VCenter.Play("healthy-separate", "vi-login-refused");
        var refused = await Pulse.CreatePolledAsync(Draft());

        await BeHeldAsync($"/{refused.Id()}/test", null);
        await BeHeldAsync("/test", Draft());

        VCenter.Exchanges().Where(exchange => exchange.IsLogin).Select(exchange => exchange.Name)
            .Should().Equal("POST session", "POST Login");
    }

    [Fact]
    public async Task A_second_connection_to_the_same_vCenter_under_another_name_spends_no_second_login()
    {
        await Pulse.CreatePolledAsync(Draft(VCenter.WrongPassword));
        var byName = Draft(VCenter.WrongPassword);
        (byName["name"], byName["host"]) = ("The same by name", "localhost");

        var second = await Pulse.CreatePolledAsync(byName);

        second.Poll()["lastError"]!.Text("message").Should().Contain("was not tried again");
        VCenter.Logins().Should().Be(1);
    }

    [Fact]
    public async Task Tests_at_the_same_moment_spend_one_login()
    {
        var drafts = Enumerable.Range(0, 8).Select(_ => Pulse.SendAsync(HttpMethod.Post, "/test", Draft(VCenter.WrongPassword)));

        var statuses = (await Task.WhenAll(drafts)).Select(answer => (int)answer.StatusCode).Order().ToList();

        statuses.Should().Equal(200, 409, 409, 409, 409, 409, 409, 409);
        VCenter.Logins().Should().Be(1);
    }

    [Fact]
    public async Task The_right_password_is_tried_at_once()
    {
        var id = (await Pulse.CreatePolledAsync(Draft(VCenter.WrongPassword))).Id();

        await Pulse.UpdateAsync(id, new JsonObject { ["password"] = VCenter.Password });

        await Pulse.SeeStateAsync(id, "healthy");
        VCenter.Logins().Should().Be(2);
    }

    [Fact]
    public async Task It_is_tried_once_more_after_five_minutes_and_then_no_more()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock);
        var id = (await Pulse.CreatePolledAsync(Draft(VCenter.WrongPassword))).Id();

        clock.Advance(TimeSpan.FromMinutes(5));
        await Pulse.SeeStateAsync(id, "suspended");
        VCenter.Logins().Should().Be(2);

        clock.Advance(TimeSpan.FromDays(1));
        await Pulse.RestartAsync();
        clock.Advance(TimeSpan.FromDays(1));
        (await Pulse.GetAsync(id)).Poll().Text("state").Should().Be("suspended");
        VCenter.Logins().Should().Be(2);
    }

    [Theory]
    [InlineData("proxy-403-at-login", "permission_denied")]
    [InlineData("login-unavailable", "unavailable")]
    [InlineData("sessions-exhausted", "session_limit")]
    public async Task What_is_no_refusal_of_the_password_holds_nothing_back(string scenario, string category)
    {
        VCenter.Add(scenario);
        (await Pulse.TestAsync(Draft()))["failure"]!.Text("category").Should().Be(category);
        VCenter.Logins().Should().Be(1, "a login is never repeated by itself");

        VCenter.Play("healthy-shared");

        (await Pulse.TestAsync(Draft())).Flag("success").Should().BeTrue();
    }

    private async Task BeHeldAsync(string path, JsonObject? body)
    {
        using var response = await Pulse.SendAsync(HttpMethod.Post, path, body);

        var problem = await response.ProblemAsync(409);
        problem.Text("code").Should().Be("auth_hold");
        problem["retryAt"]!.GetValue<DateTimeOffset>().Should().BeAfter(TimeProvider.System.GetUtcNow());
    }
}
