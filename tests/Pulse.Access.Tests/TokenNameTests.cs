using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Storage;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class TokenNameTests
{
    [Fact]
    public async Task Of_tokens_made_at_the_same_moment_with_one_name_one_is_made()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            browser.PostAsync("/api/access/tokens", new { name = i % 2 == 0 ? "Z\u00fcrich" : "z\u00dcRICH", scopes = new[] { "settings:read" } })));

        answers.Should().ContainSingle(answer => answer.Status == HttpStatusCode.Created);
        foreach (var answer in answers.Where(answer => answer.Status != HttpStatusCode.Created))
        {
            answer.ShouldBeProblem(HttpStatusCode.Conflict, "name_taken");
        }

        (await host.QueryAsync(database => database.ApiTokens.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_token_of_the_name()
    {
        await using var host = await AccessHost.StartAsync();

        var two = () => host.QueryAsync(database =>
        {
            database.ApiTokens.AddRange(Token("Backup", "BACKUP"), Token("backup", "BACKUP"));
            return database.SaveChangesAsync();
        });
        var without = () => host.QueryAsync(database =>
        {
            database.ApiTokens.AddRange(Token("Backup", null), Token("backup", null));
            return database.SaveChangesAsync();
        });

        await two.Should().ThrowAsync<DbUpdateException>();
        await without.Should().NotThrowAsync("tokens that are revoked hold no name");
    }

    [Fact]
    public async Task An_expired_token_gives_its_name_up_at_the_same_moment_to_one_only()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        await (await host.SignedInAsync()).CreateTokenAsync("script", expiresInDays: 1, scopes: "settings:read");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var browser = await host.SignedInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            browser.PostAsync("/api/access/tokens", new { name = "SCRIPT", scopes = new[] { "settings:read" } })));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Count(answer => answer.Code == "name_taken").Should().Be(5);
    }

    [Fact]
    public async Task Two_tokens_of_one_name_in_a_database_of_an_earlier_version_both_stay_valid()
    {
        using var directory = new TempDirectory();
        await using (var old = await AccessHost.StartAsync(directory))
        {
            await old.QueryAsync(async database =>
            {
                var start = old.Clock.GetUtcNow();
                var longest = new string('n', 100);
                await database.Database.GetService<IMigrator>().MigrateAsync("20260101000000_Access_Initial");
                foreach (var (name, minute) in new[] { ("\u00dcbersicht", 0), ("\u00fcbersicht", 1), ("\u00dcBERSICHT", 2), (longest, 0), (longest, 1) })
                {
                    await database.Database.ExecuteSqlAsync(
                        $"INSERT INTO ApiTokens (Id, Name, Hash, Scopes, CreatedAt) VALUES ({Guid.NewGuid().ToString().ToUpperInvariant()}, {name}, {Guid.NewGuid().ToByteArray()}, 'settings:read', {start.AddMinutes(minute).UtcDateTime})");
                }

                await database.Database.ExecuteSqlAsync(
                    $"INSERT INTO ApiTokens (Id, Name, Hash, Scopes, CreatedAt, RevokedAt) VALUES ({Guid.NewGuid().ToString().ToUpperInvariant()}, '\u00dcbersicht', {Guid.NewGuid().ToByteArray()}, 'settings:read', {start.UtcDateTime}, {start.UtcDateTime})");
                return 0;
            });
        }

        await using var host = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", AccessHost.Password));

        var tokens = await host.QueryAsync(database => database.ApiTokens.OrderBy(token => token.CreatedAt).ToListAsync());
        tokens.Should().HaveCount(6);
        tokens.Where(token => token.RevokedAt == null).Select(token => token.Name).Should().BeEquivalentTo(
            "\u00dcbersicht", "\u00fcbersicht (2)", "\u00dcBERSICHT (3)", new string('n', 100), new string('n', 96) + " (2)");
        tokens.Where(token => token.RevokedAt == null).Should().OnlyContain(token => token.ActiveName == Pulse.Access.Tokens.TokenNames.Normalize(token.Name));
        var browser = await host.SignedInAsync();
        (await browser.PostAsync("/api/access/tokens", new { name = "\u00fcbersicht", scopes = new[] { "settings:read" } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "name_taken");
    }

    private static ApiToken Token(string name, string? activeName) => new()
    {
        Id = Guid.NewGuid(),
        Name = name,
        ActiveName = activeName,
        Hash = Guid.NewGuid().ToByteArray(),
        Scopes = "settings:read",
        CreatedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
    };
}
