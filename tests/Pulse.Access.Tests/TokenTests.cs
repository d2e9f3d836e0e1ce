using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Credentials;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class TokenTests
{
    private const string Bootstrap = "bootstrap-token-of-at-least-32-chars";

    [Fact]
    public async Task A_token_is_shown_once_and_stored_as_a_hash()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var created = await browser.PostAsync("/api/access/tokens", new { name = " backup ", scopes = new[] { "settings:read" } });
        var listed = await browser.GetAsync("/api/access/tokens");
        var stored = await host.QueryAsync(database => database.ApiTokens.SingleAsync());

        var token = created.Text("token")!;
        token.Should().MatchRegex("^pulse_[A-Za-z0-9_-]{43}$");
        created.Header("Location").Should().Be($"/api/access/tokens/{created.Text("id")}");
        listed.Body.GetRawText().Should().Contain("\"backup\"").And.NotContain(token);
        stored.Hash.Should().Equal(Secrets.Hash(token));
    }

    [Theory]
    [InlineData("settings:read", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("settings:write", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("monitoring:read", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task A_token_opens_what_its_scope_says_and_nothing_else(string scope, HttpStatusCode read, HttpStatusCode write)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", scopes: scope));

        (await script.GetAsync("/api/test/read")).Status.Should().Be(read);
        (await script.PostAsync("/api/test/write")).Status.Should().Be(write);
    }

    [Fact]
    public async Task Without_the_scope_the_answer_is_a_problem()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", scopes: "monitoring:read"));

        (await script.GetAsync("/api/test/read")).ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("GET", "/api/access/tokens")]
    [InlineData("POST", "/api/access/tokens")]
    [InlineData("DELETE", "/api/access/tokens/01988f0e-0000-7000-8000-000000000001")]
    [InlineData("GET", "/api/access/session")]
    [InlineData("POST", "/api/access/password")]
    [InlineData("POST", "/api/access/sign-out-everywhere")]
    public async Task No_token_can_manage_tokens_or_the_account(string method, string path)
    {
        await using var host = await AccessHost.StartWithAdminAsync(("Pulse:Access:BootstrapToken", Bootstrap));

        var answer = await host.Script(Bootstrap).SendAsync(new(method), path);

        answer.ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_token_ends_when_it_expires()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", expiresInDays: 1, scopes: "settings:read"));

        host.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        var before = await script.GetAsync("/api/test/read");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await script.GetAsync("/api/test/read");

        before.Status.Should().Be(HttpStatusCode.OK);
        after.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        after.Header("WWW-Authenticate").Should().Be("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_revoked_token_ends_at_once_and_cannot_be_revoked_again()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        var script = host.Script(await browser.CreateTokenAsync("script", scopes: "settings:read"));
        var id = (await browser.GetAsync("/api/access/tokens")).Body[0].GetProperty("id").GetString();

        var revoked = await browser.DeleteAsync($"/api/access/tokens/{id}");
        var again = await browser.DeleteAsync($"/api/access/tokens/{id}");

        revoked.Status.Should().Be(HttpStatusCode.NoContent);
        again.ShouldBeProblem(HttpStatusCode.NotFound, "token_not_found");
        (await script.GetAsync("/api/test/read")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        (await browser.GetAsync("/api/access/tokens")).Body[0].GetProperty("revokedAt").GetString().Should().Be("2026-03-01T08:00:00Z");
    }

    [Theory]
    [InlineData("Bearer pulse_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task An_unknown_credential_is_refused(string authorization)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var client = host.Browser();
        client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        var answer = await client.GetAsync("/api/test/read");

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        answer.Header("WWW-Authenticate").Should().StartWith("Bearer");
    }

    [Fact]
    public async Task Every_faulty_field_of_a_token_is_named_at_once()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var answer = await browser.PostAsync("/api/access/tokens", new { name = " ", scopes = new[] { "everything" }, expiresInDays = 0 });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        answer.FaultyFields.Should().BeEquivalentTo("name", "scopes", "expiresInDays");
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(100, 3650, true)]
    [InlineData(101, 1, false)]
    [InlineData(1, 3651, false)]
    public async Task Name_and_expiry_have_limits(int nameLength, int days, bool allowed)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var answer = await browser.PostAsync(
            "/api/access/tokens", new { name = new string('n', nameLength), scopes = new[] { "settings:read" }, expiresInDays = days });

        answer.Status.Should().Be(allowed ? HttpStatusCode.Created : HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("scri\u200bpt", "U+200B ZERO WIDTH SPACE")]
    [InlineData("\u202escript", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("two\nlines", "U+000A LINE FEED")]
    public async Task What_cannot_be_seen_in_a_name_is_refused_by_its_own_name(string name, string character)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        var answer = await browser.PostAsync("/api/access/tokens", new { name, scopes = new[] { "settings:read" } });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        answer.Body.GetProperty("errors").GetProperty("name")[0].GetString().Should().StartWith($"Must not contain {character}:");
    }

    [Theory]
    [InlineData("Caf\u00e9", "CAFE\u0301")]
    [InlineData("Stra\u00dfe", "strasse")]
    [InlineData("night job", "Night\u00a0Job")]
    public async Task A_name_is_taken_in_every_way_of_writing_it(string first, string second)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        await browser.CreateTokenAsync(first, scopes: "settings:read");

        (await browser.PostAsync("/api/access/tokens", new { name = second, scopes = new[] { "settings:read" } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "name_taken");
    }

    [Fact]
    public async Task A_name_is_taken_until_its_token_is_revoked_or_expired()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        await browser.CreateTokenAsync("script", expiresInDays: 1, scopes: "settings:read");

        var taken = await browser.PostAsync("/api/access/tokens", new { name = "Script", scopes = new[] { "settings:read" } });
        taken.ShouldBeProblem(HttpStatusCode.Conflict, "name_taken");

        host.Clock.Advance(TimeSpan.FromDays(1));
        var later = await host.SignedInAsync();
        await later.CreateTokenAsync("Script", scopes: "settings:read");
        var id = (await later.GetAsync("/api/access/tokens")).Body[0].GetProperty("id").GetString();
        await later.DeleteAsync($"/api/access/tokens/{id}");
        await later.CreateTokenAsync("script", scopes: "settings:read");
    }

    [Fact]
    public async Task Last_use_is_written_at_most_once_a_minute()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var script = host.Script(await (await host.SignedInAsync()).CreateTokenAsync("script", scopes: "settings:read"));
        var start = host.Clock.GetUtcNow();

        (await LastUsedAsync(host)).Should().BeNull();
        await script.GetAsync("/api/test/read");
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await script.GetAsync("/api/test/read");
        (await LastUsedAsync(host)).Should().Be(start);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await script.GetAsync("/api/test/read");
        (await LastUsedAsync(host)).Should().Be(start.AddMinutes(1));
    }

    [Fact]
    public async Task The_bootstrap_token_reads_and_writes_settings_as_long_as_the_setting_is_there()
    {
        using var directory = new TempDirectory();
        await using (var with = await AccessHost.StartAsync(directory, settings: ("Pulse:Access:BootstrapToken", Bootstrap)))
        {
            (await with.Script(Bootstrap).GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
            (await with.Script(Bootstrap).PostAsync("/api/test/write")).Status.Should().Be(HttpStatusCode.OK);
            (await with.Script(Bootstrap + "x").GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.Unauthorized);
        }

        await using var without = await AccessHost.StartAsync(directory);

        (await without.Script(Bootstrap).GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static Task<DateTimeOffset?> LastUsedAsync(AccessHost host) =>
        host.QueryAsync(database => database.ApiTokens.Select(token => token.LastUsedAt).SingleAsync());
}
