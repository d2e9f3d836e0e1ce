using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Logins;

public sealed class RefusedLoginTests
{
    [Fact]
    public async Task A_refused_secret_is_tried_once_more_after_five_minutes_and_then_the_connection_is_suspended()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        host.Clock.Advance(TimeSpan.FromSeconds(299));
        box.RefusedLogins.Should().Be(1);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var suspended = await host.SeeStateAsync(id, "suspended");
        suspended["poll"]!.Text("suspendedReason").Should().Contain("refused twice");
        suspended["poll"]!["nextAttemptAt"].Should().BeNull();
        box.RefusedLogins.Should().Be(2);

        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.GetAsync(id))["poll"]!.Text("state").Should().Be("suspended");
        box.RefusedLogins.Should().Be(2);
    }

    [Fact]
    public async Task A_test_with_a_refused_secret_says_when_it_may_be_tried_again_instead_of_trying()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var refusedAt = host.Clock.GetUtcNow();
        using var first = await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"));
        (await first.ReadAsync())["failure"]!.Text("category").Should().Be("auth_invalid");

        await host.RestartAsync();
        using var second = await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"));

        var problem = await second.ProblemAsync(409);
        problem.Text("code").Should().Be("auth_hold");
        problem["retryAt"]!.GetValue<DateTimeOffset>().Should().Be(refusedAt.AddMinutes(5));
        box.RefusedLogins.Should().Be(1);
    }

    [Fact]
    public async Task Ten_tests_at_the_same_moment_spend_one_attempt()
    {
        await using var host = BoxHost.Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"))));

        answers.Count(answer => (int)answer.StatusCode == 200).Should().Be(1);
        host.Boxes.At("box.example").RefusedLogins.Should().Be(1);
    }

    [Theory]
    [InlineData("credentials")]
    [InlineData("saved test")]
    [InlineData("disable and enable")]
    public async Task A_suspension_ends_by(string how)
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.SeeStateAsync(id, "suspended");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        box.ApiKey = how == "credentials" ? "right-key" : "wrong";

        switch (how)
        {
            case "credentials":
                await host.UpdateAsync(id, new JsonObject { ["apiKey"] = "right-key" });
                break;
            case "saved test":
                using (await host.PostAsync($"/{id}/test", null))
                {
                }

                break;
            default:
                await host.UpdateAsync(id, new JsonObject { ["enabled"] = false });
                await host.UpdateAsync(id, new JsonObject { ["enabled"] = true });
                break;
        }

        await host.SeeStateAsync(id, "healthy");
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy" && poll["recent"]!.AsArray().Count >= 4);
    }

    [Fact]
    public async Task A_new_name_does_not_end_a_suspension()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.SeeStateAsync(id, "suspended");

        (await host.UpdateAsync(id, new JsonObject { ["name"] = "New" }))["poll"]!.Text("state").Should().Be("suspended");
    }

    [Fact]
    public async Task What_is_remembered_of_a_refused_secret_is_neither_the_secret_nor_a_plain_hash()
    {
        await using var host = BoxHost.Start();
        using (await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong")))
        {
        }

        await using var database = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "pulse.db")};Mode=ReadOnly");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT SecretHash FROM RefusedLogins";
        var hash = (string?)await command.ExecuteScalarAsync();

        hash.Should().HaveLength(64).And.NotBe(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("wrong"u8)));
        await Eventually.UntilAsync(() => host.Boxes.OpenSessions == 0);
    }
}
