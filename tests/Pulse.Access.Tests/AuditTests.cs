using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulse.Access.Audit;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class AuditTests
{
    [Fact]
    public async Task An_entry_of_another_module_tells_who_what_when_and_from_where()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        await browser.PostAsync("/api/test/audited");

        var newest = (await EntriesAsync(browser))[0];

        newest.GetRawText().Should().StartWith("{\"id\":");
        newest.GetProperty("at").GetString().Should().Be("2026-03-01T08:00:00Z");
        Texts(newest, "actor", "actorAddress", "action", "outcome", "platform", "connectionId", "connectionName", "detail").Should().Equal(
            "admin", "192.0.2.1", "connection_update", "succeeded", "vmware",
            "01988f0e-0000-7000-8000-000000000001", "Lab vCenter", "From vcsa1 to vcsa2.");
        newest.GetProperty("fields").EnumerateArray().Select(name => name.GetString()).Should().Equal("host", "password");
    }

    [Fact]
    public async Task A_script_acts_under_the_name_of_its_token()
    {
        const string Bootstrap = "bootstrap-token-of-at-least-32-chars";
        await using var host = await AccessHost.StartWithAdminAsync(("Pulse:Access:BootstrapToken", Bootstrap));
        var browser = await host.SignedInAsync();
        var token = await browser.CreateTokenAsync("nightly", scopes: "settings:write");

        await host.Script(token).PostAsync("/api/test/audited");
        await host.Script(Bootstrap).PostAsync("/api/test/audited");

        (await EntriesAsync(browser)).Take(2).Select(entry => entry.GetProperty("actor").GetString())
            .Should().Equal("bootstrap token", "token nightly");
    }

    [Fact]
    public async Task Work_without_a_request_is_recorded_as_pulse()
    {
        await using var host = await AccessHost.StartAsync();

        await host.Services.GetRequiredService<IAuditTrail>()
            .RecordAsync(new() { Action = "poll_suspend", Outcome = "succeeded" }, CancellationToken.None);

        var record = await host.QueryAsync(database => database.AuditRecords.SingleAsync());
        (record.Actor, record.ActorAddress).Should().Be(("pulse", null));
    }

    [Fact]
    public async Task Every_act_of_this_module_is_recorded_with_its_outcome()
    {
        await using var host = await AccessHost.StartAsync();
        await host.Browser().PostAsync("/api/access/setup", new { token = "wrong", password = AccessHost.Password });
        await host.Browser().PostAsync("/api/access/setup", new { token = host.SetupToken, password = AccessHost.Password });
        await host.Browser().TrySignInAsync("wrong");
        var browser = await host.SignedInAsync();
        var created = await browser.PostAsync(
            "/api/access/tokens",
            new { name = "ci", scopes = new[] { "settings:read" }, expiresInDays = 1 });
        await browser.DeleteAsync($"/api/access/tokens/{created.Text("id")}");
        await browser.PostAsync("/api/access/password", new { currentPassword = "wrong", newPassword = "a whole new password" });
        await browser.PostAsync(
            "/api/access/password", new { currentPassword = AccessHost.Password, newPassword = "a whole new password" });
        await browser.PostAsync("/api/access/sign-out");
        var again = host.Browser();
        await again.SignInAsync("a whole new password");
        await again.TakeAntiforgeryTokenAsync();
        await again.PostAsync("/api/access/sign-out-everywhere");

        var records = await host.QueryAsync(database => database.AuditRecords.OrderBy(record => record.Id).ToListAsync());

        records.Select(record => $"{record.Actor} {record.Action} {record.Outcome}").Should().Equal(
            "anonymous setup refused",
            "admin setup succeeded",
            "anonymous sign_in refused",
            "admin sign_in succeeded",
            "admin token_create succeeded",
            "admin token_revoke succeeded",
            "admin password_change refused",
            "admin password_change succeeded",
            "admin sign_out succeeded",
            "admin sign_in succeeded",
            "admin sign_out_everywhere succeeded");
        records[4].Detail.Should().Be("Token 'ci' with settings:read, expires 2026-03-02 08:00:00Z.");
    }

    [Fact]
    public async Task The_trail_is_read_page_by_page_newest_first()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        for (var i = 0; i < 3; i++)
        {
            await browser.PostAsync("/api/test/audited");
        }

        var ids = new List<long>();
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = await browser.GetAsync($"/api/access/audit?limit=2&before={before}");
            ids.AddRange(page.Body.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()));
            before = page.Body.GetProperty("nextBefore").Deserialize<long?>();
        }

        ids.Should().HaveCount(5).And.BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("limit=0", "validation_failed")]
    [InlineData("limit=201", "validation_failed")]
    [InlineData("limit=many", "parameter_unreadable")]
    [InlineData("before=now", "parameter_unreadable")]
    public async Task A_page_that_makes_no_sense_is_refused(string query, string code)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync($"/api/access/audit?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_token_that_may_read_settings_may_read_the_trail()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        var reader = host.Script(await browser.CreateTokenAsync("reader", scopes: "settings:read"));
        var writer = host.Script(await browser.CreateTokenAsync("writer", scopes: "settings:write"));

        (await reader.GetAsync("/api/access/audit")).Status.Should().Be(HttpStatusCode.OK);
        (await writer.GetAsync("/api/access/audit")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_stored_is_logged_and_does_not_fail_the_request()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        await host.QueryAsync(database => database.Database.ExecuteSqlRawAsync("DROP TABLE AuditRecords"));

        var answer = await browser.PostAsync("/api/test/audited");

        answer.Status.Should().Be(HttpStatusCode.OK);
        host.Logs.Records.Should().Contain(entry =>
            entry.Level == LogLevel.Error && entry.Message.StartsWith("The audit trail lost an entry: connection_update succeeded by admin"));
    }

    [Fact]
    public async Task Who_hangs_up_stays_on_the_record()
    {
        await using var host = await AccessHost.StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var recording = host.Services.GetRequiredService<IAuditTrail>()
            .RecordAsync(new() { Action = "connection_delete", Outcome = "succeeded" }, gone.Token);

        // The speed of the database decides whether the wait was cut short.
        await Task.WhenAny(recording);
        await WaitForAsync(() => host.QueryAsync(database => database.AuditRecords.AnyAsync()));
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<List<JsonElement>> EntriesAsync(ApiClient client) =>
        [.. (await client.GetAsync("/api/access/audit")).Body.GetProperty("entries").EnumerateArray()];

    private static IEnumerable<string?> Texts(JsonElement entry, params string[] members) =>
        members.Select(member => entry.GetProperty(member).GetString());
}
