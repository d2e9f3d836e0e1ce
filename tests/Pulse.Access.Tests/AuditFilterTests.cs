using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Audit;
using Pulse.Access.Storage;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class AuditFilterTests : IAsyncLifetime
{
    private const string Bootstrap = "bootstrap-token-of-at-least-32-chars";

    private AccessHost _host = null!;
    private ApiClient _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AccessHost.StartAsync(settings: ("Pulse:Access:BootstrapToken", Bootstrap));
        _reader = _host.Script(Bootstrap);
        await RecordAsync("connection_created", "succeeded", "Lab vCenter", "https://vcsa.lab.example");
        await RecordAsync("connection_tested", "failed", "Lab vCenter", "https://vcsa.lab.example: timeout");
        await RecordAsync("connection_tested", "succeeded", "Zürich 100%", "https://zh_1.example");
        await RecordAsync("connection_tested", "succeeded", "ZÜRICH 1000", @"https://zh-1.example\share");
        await RecordAsync("draft_tested", "failed", null, "東京");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("action=connection_tested", "4 3 2")]
    [InlineData("outcome=failed", "5 2")]
    [InlineData("action=connection_tested&outcome=failed", "2")]
    [InlineData("action=connection_tested&outcome=succeeded&text=1000", "4")]
    [InlineData("action=connection", "")]
    [InlineData("action=Connection_Tested", "")]
    [InlineData("outcome=nonsense", "")]
    [InlineData("action=", "")]
    public async Task Action_and_outcome_are_exact_words_and_all_filters_combine(string query, string ids) =>
        (await IdsAsync(query)).Should().Equal(Numbers(ids));

    [Theory]
    [InlineData("lab vcenter", "2 1")]
    [InlineData("VCSA.LAB", "2 1")]
    [InlineData("Timeout", "2")]
    [InlineData("pulse", "5 4 3 2 1")]
    [InlineData("zürich", "4 3")]
    [InlineData("ZÜRICH", "4 3")]
    [InlineData("Zörich", "")]
    [InlineData("京", "5")]
    [InlineData("東東", "")]
    [InlineData("ü", "4 3")]
    public async Task Text_is_found_in_actor_name_and_detail_whatever_its_case(string text, string ids) =>
        (await IdsAsync($"text={Uri.EscapeDataString(text)}")).Should().Equal(Numbers(ids));

    [Theory]
    [InlineData("100%", "3")]
    [InlineData("h_1", "3")]
    [InlineData(@"e\s", "4")]
    [InlineData("%", "3")]
    [InlineData("[a-z]", "")]
    [InlineData("' OR 1=1 --", "")]
    public async Task What_a_database_takes_for_a_wildcard_is_a_character_like_any_other(string text, string ids) =>
        (await IdsAsync($"text={Uri.EscapeDataString(text)}")).Should().Equal(Numbers(ids));

    [Fact]
    public async Task Text_is_found_in_the_address_of_the_actor()
    {
        await _host.Browser("2001:DB8::17").TrySignInAsync("wrong");
        await _host.Browser("192.0.2.99").TrySignInAsync("wrong");

        (await EntriesAsync("text=2001:db8")).Should().ContainSingle().Which.GetProperty("actorAddress").GetString().Should().Be("2001:db8::17");
        (await EntriesAsync("text=0.2.99&action=sign_in")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("action=connection_tested", "4 3 2")]
    [InlineData("text=example", "4 3 2 1")]
    [InlineData("text=z%C3%BCrich", "4 3")]
    public async Task The_pages_of_a_filtered_trail_follow_on_each_other_without_gap_or_repeat(string query, string ids)
    {
        var read = new List<long>();
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = (await _reader.GetAsync($"/api/access/audit?limit=1&before={before}&{query}")).Body;
            read.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()));
            before = page.GetProperty("nextBefore").Deserialize<long?>();
        }

        read.Should().Equal(Numbers(ids));
    }

    [Fact]
    public async Task Text_beyond_ASCII_is_found_behind_more_entries_than_one_round_looks_at()
    {
        await RecordAsync("draft_tested", "failed", "Genève", null);
        await _host.QueryAsync(async database =>
        {
            database.AuditRecords.AddRange(Enumerable.Range(0, 1001).Select(_ => new AuditRecord
            {
                At = _host.Clock.GetUtcNow(),
                Actor = "pulse",
                Action = "draft_tested",
                Outcome = "failed",
                Fields = "",
                ConnectionName = "Geneva",
            }));
            return await database.SaveChangesAsync();
        });

        (await EntriesAsync("text=GEN%C3%88V")).Should().ContainSingle().Which.GetProperty("connectionName").GetString().Should().Be("Genève");
    }

    [Fact]
    public async Task A_decomposed_letter_finds_the_composed_one() =>
        (await IdsAsync("text=zu%CC%88rich")).Should().Equal(await IdsAsync("text=z%C3%BCrich")).And.NotBeEmpty();

    [Theory]
    [InlineData("text", 101)]
    [InlineData("text", 0)]
    public async Task Text_that_is_too_long_or_empty_is_refused(string field, int length)
    {
        var answer = await _reader.GetAsync($"/api/access/audit?{field}={new string('a', length)}");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        answer.FaultyFields.Should().Equal(field);
        (await EntriesAsync($"text={new string('a', 100)}")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("action")]
    [InlineData("outcome")]
    public async Task A_control_character_is_refused_because_not_every_database_takes_it(string field) =>
        (await _reader.GetAsync($"/api/access/audit?{field}=a%00b")).FaultyFields.Should().Equal(field);

    private Task RecordAsync(string action, string outcome, string? name, string? detail) =>
        _host.Services.GetRequiredService<IAuditTrail>().RecordAsync(
            new() { Action = action, Outcome = outcome, ConnectionName = name, Detail = detail }, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<long>> IdsAsync(string query) => (await EntriesAsync(query)).Select(entry => entry.GetProperty("id").GetInt64());

    private async Task<List<JsonElement>> EntriesAsync(string query)
    {
        var answer = await _reader.GetAsync($"/api/access/audit?{query}");
        answer.Status.Should().Be(HttpStatusCode.OK);
        return [.. answer.Body.GetProperty("entries").EnumerateArray()];
    }

    private static IEnumerable<long> Numbers(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse);
}
