using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Storage;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>A test that streams its steps as lines when they end.</summary>
public sealed class StreamedTestTests
{
    private const string Lines = "application/x-ndjson";

    [Fact]
    public async Task A_test_reports_each_step_as_it_ends()
    {
        await using var host = BoxHost.Start();
        var release = new TaskCompletionSource();
        host.Boxes.At("box.example").BeforeRead = _ => release.Task;

        using var lines = await LineReader.StartAsync(host, "/test", BoxHost.Draft());
        var early = new[] { await lines.NextAsync(), await lines.NextAsync() };
        release.SetResult();
        var last = await lines.NextAsync();
        var report = await lines.NextAsync();

        early.Append(last).Select(line => line!["step"]!.Text("name")).Should().Equal("connect", "login", "count");
        last!.ToJsonString().Should().Be(
            """{"step":{"name":"count","outcome":"passed","durationMs":0,"summary":"Counted.","category":null,"remedy":null}}""");
        report!.Should().ContainSingle().Which.Key.Should().Be("report");
        report!["report"]!["observed"]!.Text("collectedAt").Should().Be("1970-01-01T00:00:00.000Z");
        (await lines.NextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task The_report_is_the_same_as_of_a_test_that_is_answered_whole()
    {
        await using var host = BoxHost.Start();

        var lines = await LineReader.ReadAllAsync(host, "/test", BoxHost.Draft());
        using var whole = await host.PostAsync("/test", BoxHost.Draft());

        lines[^1]["report"]!.ToJsonString().Should().Be((await whole.ReadAsync()).ToJsonString());
    }

    [Fact]
    public async Task Nothing_on_the_way_is_to_keep_or_collect_the_lines()
    {
        await using var host = BoxHost.Start();

        using var lines = await LineReader.StartAsync(host, "/test", BoxHost.Draft());

        lines.Response.StatusCode.Should().Be(HttpStatusCode.OK);
        lines.Response.Content.Headers.ContentType!.ToString().Should().Be(Lines);
        lines.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        lines.Response.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/x-ndjson;q=0", "application/json")]
    [InlineData("application/x-ndjson;q=0.5, */*", "application/json")]
    [InlineData("application/x-ndjson;q=0.5, application/json", "application/json")]
    [InlineData("application/x-ndjson-like, text/html", "application/json")]
    [InlineData("application/x-ndjson", Lines)]
    [InlineData("Application/X-NDJSON; charset=utf-8", Lines)]
    [InlineData("application/json, application/x-ndjson", Lines)]
    [InlineData("application/x-ndjson, */*;q=0.1", Lines)]
    [InlineData("application/x-ndjson, application/json;q=0.5, */*", Lines)]
    public async Task Lines_are_for_whoever_accepts_them_by_name_and_no_less_than_JSON(string? accept, string answered)
    {
        await using var host = BoxHost.Start();
        using var request = LineReader.Request("/test", BoxHost.Draft(), accept);

        using var response = await host.Client.SendAsync(request);

        response.Content.Headers.ContentType!.MediaType.Should().Be(answered);
    }

    [Fact]
    public async Task A_step_that_failed_gets_its_words_in_the_report()
    {
        await using var host = BoxHost.Start();

        var lines = await LineReader.ReadAllAsync(host, "/test", BoxHost.Draft(apiKey: "wrong"));

        lines.SkipLast(1).Select(line => line["step"]!.Text("outcome")).Should().Equal("passed", "failed");
        lines[1]["step"]!.Text("category").Should().Be("auth_invalid");
        var report = lines[^1]["report"]!;
        report["steps"]!.AsArray().Select(step => step!.Text("outcome")).Should().Equal("passed", "failed", "skipped");
        report["steps"]![1]!.Text("summary").Should().Be(report["failure"]!.Text("message")).And.NotBe(lines[1]["step"]!.Text("summary"));
    }

    [Fact]
    public async Task What_is_known_before_the_first_step_has_its_usual_status_and_problem()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        (await ProblemAsync(host, "/test", JsonContent.Create(BoxHost.Draft(apiKey: "")), 400)).Should().Be("validation_failed");
        (await ProblemAsync(host, "/test", new StringContent("{", Encoding.UTF8, "application/json"), 400)).Should().Be("invalid_json");
        (await ProblemAsync(host, "/test", new StringContent("{}", Encoding.UTF8, "text/plain"), 415)).Should().Be("unsupported_media_type");
        (await ProblemAsync(host, $"/{Guid.NewGuid()}/test", null, 404)).Should().Be("connection_not_found");
        (await ProblemAsync(host, "/nowhere/test", null, 404)).Should().Be("not_found");
        (await ProblemAsync(host, $"/{id}/test", null, 409)).Should().Be("auth_hold");
    }

    [Fact]
    public async Task A_login_that_is_held_after_the_first_step_is_the_last_line()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var refusedAt = host.Clock.GetUtcNow();
        box.BeforeSession = () =>
        {
            // Between the check for a hold and the login, another test is refused.
            box.BeforeSession = () => { };
            host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong")).GetAwaiter().GetResult().Dispose();
        };

        var lines = await LineReader.ReadAllAsync(host, "/test", BoxHost.Draft(apiKey: "wrong"));

        lines.Select(line => line.Single().Key).Should().Equal("step", "step", "problem");
        var problem = lines[^1]["problem"]!;
        (problem.Text("code"), problem.Number("status")).Should().Be(("auth_hold", 409));
        problem.Text("title").Should().NotBeEmpty();
        problem.Text("retryAt").Should().Be(refusedAt.AddMinutes(5).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        box.RefusedLogins.Should().Be(1);
    }

    [Fact]
    public async Task A_report_that_is_given_away_comes_without_steps_before_it()
    {
        await using var host = BoxHost.Start();

        var lines = await LineReader.ReadAllAsync(host, "/test?redact=true", BoxHost.Draft());

        lines.Should().ContainSingle().Which.Should().ContainSingle().Which.Key.Should().Be("report");
        lines[0].ToJsonString().Should().Contain("host-1").And.NotContain("box.example");
    }

    [Fact]
    public async Task A_saved_test_is_recorded_before_its_last_line_is_sent()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        host.Boxes.At("box.example").BeforeRead = _ => throw new PlatformFailureException(
            FailureCategory.Unavailable);

        using var lines = await LineReader.StartAsync(host, $"/{id}/test", null);
        for (var line = await lines.NextAsync(); line?["report"] is null; line = await lines.NextAsync())
        {
            line.Should().NotBeNull();
        }

        (await host.GetAsync(id))["poll"]!.Text("state").Should().Be("failing");
        var audit = (await host.Client.GetFromJsonAsync<JsonNode>("api/access/audit"))!["entries"]![0]!;
        (audit.Text("action"), audit.Text("outcome"), audit.Text("actor")).Should().Be(("connection_tested", "failed", "bootstrap token"));
        using var again = await host.PostAsync($"/{id}/test", null);
        again.StatusCode.Should().Be(HttpStatusCode.OK, "the test is over when its last line comes");
    }

    [Fact]
    public async Task A_caller_who_goes_away_between_two_lines_ends_the_test_and_its_session()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft["enabled"] = false;
        var id = (await host.CreateAsync(draft)).Text("id")!;
        var box = host.Boxes.At("box.example");
        var cancelled = new TaskCompletionSource();
        box.BeforeRead = async cancellationToken =>
        {
            await using var registration = cancellationToken.Register(cancelled.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        };
        var lines = await LineReader.StartAsync(host, $"/{id}/test", null);
        (await lines.NextAsync())!["step"]!.Text("name").Should().Be("connect");
        await Eventually.UntilAsync(() => box.Reads == 1);

        lines.Dispose();

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        await Eventually.UntilAsync(() => box.OpenSessions == 0);
        box.BeforeRead = _ => Task.CompletedTask;
        var next = await Eventually.GetAsync(() => host.PostAsync($"/{id}/test", null), response => response.StatusCode == HttpStatusCode.OK);
        next.Dispose();
        host.Host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_whose_outcome_cannot_be_recorded_breaks_off_instead_of_ending_without_a_last_line()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft["enabled"] = false;
        var id = (await host.CreateAsync(draft)).Text("id")!;
        StoreTests.Execute(host, "CREATE TRIGGER Broken BEFORE UPDATE ON PollHealth BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        var streaming = () => LineReader.ReadAllAsync(host, $"/{id}/test", null);

        await streaming.Should().ThrowAsync<IOException>();
        (await ProblemAsync(host, $"/{id}/test?redact=true", null, 503)).Should().Be("store_unavailable");
    }

    private static async Task<string?> ProblemAsync(BoxHost host, string path, HttpContent? content, int status)
    {
        using var request = LineReader.Request(path, null, Lines);
        request.Content = content;
        using var response = await host.Client.SendAsync(request);
        return (await response.ProblemAsync(status)).Text("code");
    }
}
