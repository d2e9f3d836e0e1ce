using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;

namespace Pulse.IntegrationTests;

/// <summary>vCenter locks an account after five refused logins. Pulse must not cause that.</summary>
public sealed class RefusedLoginTests : VCenterTest
{
    [Theory]
    [InlineData("healthy-shared")]
    [InlineData("healthy-separate")]
    public async Task A_refused_password_is_sent_once_whatever_is_tried_with_it(string scenario)
    {
        VCenter.Play(scenario);
        var refused = await Pulse.CreatePolledAsync(Draft(VCenter.WrongPassword));
        refused.Poll()["lastError"]!.Text("category").Should().Be("auth_invalid");

        await BeHeldAsync($"/{refused.Id()}/test", null);
        await BeHeldAsync("/test", Draft(VCenter.WrongPassword));
        await BeHeldAsync($"/{refused.Id()}/test", new JsonObject { ["name"] = "Another name" });
        await Pulse.UpdateAsync(refused.Id(), new JsonObject { ["enabled"] = false });
        await Pulse.UpdateAsync(refused.Id(), new JsonObject { ["enabled"] = true });
        await Pulse.SeeAsync(refused.Id(), poll => poll["recent"]!.AsArray().Count == 2);
        await Pulse.DeleteAsync(refused.Id());
        var second = await Pulse.CreatePolledAsync(Draft(VCenter.WrongPassword));
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
