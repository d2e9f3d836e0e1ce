using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Storage;

public sealed class StoreTests
{
    [Fact]
    public async Task Every_change_of_the_model_has_its_migration()
    {
        await using var host = BoxHost.Start();
        await using var context = await host.Host.Services.GetRequiredService<IDbContextFactory<ConnectionsDbContext>>().CreateDbContextAsync();

        context.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Fact]
    public async Task A_ciphertext_moved_to_another_connection_does_not_open()
    {
        await using var host = BoxHost.Start();
        var first = Paused(await host.CreateAsync(Draft("First", "first.example")));
        var second = Paused(await host.CreateAsync(Draft("Second", "second.example")));
        await host.RestartAsync(() => Execute(
            host, $"UPDATE Connections SET ProtectedSecrets = (SELECT ProtectedSecrets FROM Connections WHERE Name='First') WHERE Name='Second'"));

        using var untouched = await host.PostAsync($"/{first}/test", null);
        (await untouched.ReadAsync())["success"]!.GetValue<bool>().Should().BeTrue();
        using var moved = await host.PostAsync($"/{second}/test", null);
        (await moved.ReadAsync())["failure"]!.Text("category").Should().Be("secret_unreadable");
    }

    [Fact]
    public async Task A_store_that_fails_later_answers_503_with_a_code_and_changes_nothing()
    {
        await using var host = BoxHost.Start();
        await host.CreateAsync(BoxHost.Draft());
        Execute(host, "CREATE TRIGGER Broken BEFORE INSERT ON PollHealth BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        using var failed = await host.PostAsync("", BoxHost.Draft("Attic", "attic.example"));

        var problem = await failed.ProblemAsync(503);
        problem.Text("code").Should().Be("store_unavailable");
        problem.ToJsonString().Should().NotContain("disk full");
        (await host.ListAsync()).Should().HaveCount(1, "a connection is written whole or not at all");

        Execute(host, "DROP TRIGGER Broken");
        using var repeated = await host.PostAsync("", BoxHost.Draft("Attic", "attic.example"));
        repeated.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_connection_whose_outcome_could_not_be_recorded_is_polled_again()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        Execute(host, "CREATE TRIGGER Broken BEFORE UPDATE ON PollHealth BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await Pulse.Testing.Eventually.UntilAsync(
            () => host.Host.Logs.Lines.Any(line => line.Contains("could not be run or recorded", StringComparison.Ordinal)));

        Execute(host, "DROP TRIGGER Broken");
        await host.Clock.WhenArmedAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task A_failure_that_was_stored_under_the_former_word_of_its_category_is_shown_under_the_new_one()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").BeforeRead = _ => throw new PlatformFailureException(FailureCategory.WrongSystem);
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        await host.RestartAsync(() => Execute(
            host,
            """
            UPDATE "PollHealth" SET "LastError" = REPLACE("LastError", 'wrong_system', 'not_vcenter');
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261129220000_Connections_WrongSystem';
            """));

        (await host.GetAsync(id))["poll"]!["lastError"]!.Text("category").Should().Be("wrong_system");
    }

    private static JsonObject Draft(string name, string host)
    {
        var draft = BoxHost.Draft(name, host);
        draft["enabled"] = false;
        return draft;
    }

    private static string Paused(JsonObject connection) => connection.Text("id")!;

    internal static void Execute(BoxHost host, string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "pulse.db")}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
