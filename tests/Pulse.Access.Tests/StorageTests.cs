using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Storage;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class StorageTests
{
    [Fact]
    public async Task The_migrations_describe_the_model()
    {
        await using var host = await AccessHost.StartAsync();

        (await host.QueryAsync(database => Task.FromResult(database.Database.HasPendingModelChanges()))).Should().BeFalse();
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_other_modules_may_share_the_history()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await host.QueryAsync(database => database.Database.ExecuteSqlRawAsync(
            "INSERT INTO __EFMigrationsHistory VALUES ('20260101000000_PlatformConnections_Initial', '10.0.0')"));

        await host.Services.MigrateAccessAsync(TestContext.Current.CancellationToken);

        (await host.QueryAsync(database => database.AdminAccounts.CountAsync())).Should().Be(1);
        (await host.QueryAsync(database => database.Database.GetPendingMigrationsAsync())).Should().BeEmpty();
    }

    [Fact]
    public async Task The_migrations_can_be_taken_back()
    {
        await using var host = await AccessHost.StartAsync();

        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        await database.Database.MigrateAsync(Migration.InitialDatabase, TestContext.Current.CancellationToken);
        await database.Database.MigrateAsync(TestContext.Current.CancellationToken);

        (await database.AdminAccounts.AnyAsync(TestContext.Current.CancellationToken)).Should().BeFalse();
    }

    [Fact]
    public async Task Times_come_back_as_UTC_and_in_order()
    {
        await using var host = await AccessHost.StartAsync();
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));
        await host.QueryAsync(database =>
        {
            database.AuditRecords.AddRange(Record(noon.AddTicks(1)), Record(noon), Record(noon.ToOffset(TimeSpan.Zero).AddHours(-1)));
            return database.SaveChangesAsync();
        });

        var times = await host.QueryAsync(
            database => database.AuditRecords.OrderBy(record => record.At).Select(record => record.At).ToListAsync());

        times.Should().Equal(noon.AddHours(-1), noon, noon.AddTicks(1)).And.OnlyContain(time => time.Offset == TimeSpan.Zero);
    }

    private static AuditRecord Record(DateTimeOffset at) =>
        new() { At = at, Actor = "pulse", Action = "test", Outcome = "succeeded", Fields = "" };
}
