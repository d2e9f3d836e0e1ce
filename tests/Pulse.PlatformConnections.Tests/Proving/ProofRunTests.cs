using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Proving;

/// <summary>A platform without its own proof can be proven: a proof asks the rows that are the same for every platform.</summary>
public sealed class ProofRunTests : IAsyncDisposable
{
    private const string Key = "k3y-of-the-box";

    private readonly Boxes _boxes = new();
    private readonly PulseHost _host;
    private readonly DirectoryInfo _records = Directory.CreateTempSubdirectory("pulse-records-");

    public ProofRunTests()
    {
        _boxes.At("box.example").ApiKey = Key;
        _host = PulseHost.Start(
            services => services.AddSingleton(_boxes).AddPlatform<FakeBoxProvider>().AddProving(),
            listen: true);
    }

    [Fact]
    public async Task The_flow_of_an_administrator_passes_and_what_the_platform_lacks_is_not_run()
    {
        var record = await ProveAsync(Request());

        record.Text("end").Should().Be("passed");
        OutcomesOf(record).Should().Equal(
            ("draft_test", "pass"), ("pin_refused", "not_run"), ("pin_accepted", "not_run"), ("create", "pass"), ("list_health", "pass"),
            ("edit", "pass"), ("saved_test", "pass"), ("polls", "pass"), ("delete", "pass"), ("second_account", "not_run"), ("contract", "not_run"));
        _boxes.At("box.example").RefusedLogins.Should().Be(0);
        _boxes.OpenSessions.Should().Be(0);
        record.ToJsonString().Should().NotContain(Key);
    }

    [Fact]
    public async Task A_refused_secret_is_sent_once_and_nothing_more_is_asked()
    {
        var record = await ProveAsync(Request() with { Secret = new Secret("wrong") });

        record.Text("end").Should().Be("refused");
        OutcomesOf(record).Where(row => row.Outcome != "not_run").Should().Equal(("draft_test", "fail"));
        _boxes.At("box.example").RefusedLogins.Should().Be(1);
    }

    [Fact]
    public async Task A_poll_that_fails_is_a_row_that_fails_and_the_others_are_asked()
    {
        var box = _boxes.At("box.example");
        box.BeforeRead = _ => box.Reads == 8 ? throw new PlatformFailureException(FailureCategory.Protocol, "eight") : Task.CompletedTask;

        var record = await ProveAsync(Request());

        record.Text("end").Should().Be("failed");
        OutcomesOf(record).Should().Contain(("polls", "fail")).And.Contain(("delete", "pass"));
        record["rows"]!.AsArray().Single(row => row!.Text("id") == "polls")!.Text("finding").Should().Contain("protocol").And.Contain("eight");
    }

    [Fact]
    public async Task The_account_without_a_role_must_be_refused_something()
    {
        var record = await ProveAsync(Request() with { SecondUser = "somebody", SecondSecret = new Secret(Key) });

        record.Text("end").Should().Be("failed");
        OutcomesOf(record).Should().Contain(("second_account", "fail"));
    }

    [Fact]
    public void Settings_that_the_API_would_refuse_are_refused_before_anything_is_sent()
    {
        var run = _host.Services.GetRequiredService<ProofRun>();

        run.TryPrepare(Request() with { Host = "ftp://box.example", Thumbprint = "12" }, _ => { }, out var errors).Should().BeFalse();

        errors!.Keys.Should().BeEquivalentTo("host", "certificateThumbprint");
        _boxes.At("box.example").Reads.Should().Be(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _records.Delete(recursive: true);
    }

    private static ProofRequest Request() => new()
    {
        Platform = "box",
        Host = "box.example",
        User = "cellar",
        Secret = new Secret(Key),
        Alias = "cellar",
        PollPause = TimeSpan.Zero,
    };

    private async Task<JsonObject> ProveAsync(ProofRequest request)
    {
        var run = _host.Services.GetRequiredService<ProofRun>();
        run.TryPrepare(request, _ => { }, out _).Should().BeTrue();
        await run.AskAsync(_host.Address, PulseHost.Token, CancellationToken.None);
        await run.AskAtEndAsync();
        var path = await run.WriteAsync(_records.FullName, CancellationToken.None);
        File.ReadAllText($"{path}.md").Should().Contain("# Proof of cellar");
        return (JsonObject)JsonNode.Parse(File.ReadAllText($"{path}.json"))!;
    }

    private static IEnumerable<(string Id, string Outcome)> OutcomesOf(JsonObject record) =>
        record["rows"]!.AsArray().Select(row => (row!.Text("id")!, row!.Text("outcome")!));
}
