using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Tests.Storage;

/// <summary>Rows hold JSON whose members have fixed names: a renamed property would silently empty what earlier versions stored.</summary>
public sealed class StoredMemberTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_failure_is_written_and_read_under_fixed_names()
    {
        const string Row = """{"category":"timeout","message":"a message","remedy":"a remedy","step":"a step","detail":"a detail"}""";
        var failure = new Failure(FailureCategory.Timeout, "a message", "a remedy", "a step", "a detail");

        StoredJson.Write(StoredFailure.From(failure)).Should().Be(Row);
        StoredJson.TryRead<StoredFailure>(Row)!.ToFailure().Should().Be(failure);
    }

    [Fact]
    public void An_attempt_is_written_and_read_under_fixed_names()
    {
        const string Row = """{"at":"2026-11-30T08:00:00+00:00","outcome":"degraded","durationMs":41}""";
        var attempt = new RecentAttempt(Time, AttemptOutcome.Degraded, 41);

        StoredJson.Write(StoredAttempt.From(attempt)).Should().Be(Row);
        StoredJson.TryRead<StoredAttempt>(Row)!.ToRecentAttempt().Should().Be(attempt);
    }

    [Fact]
    public void What_was_observed_is_written_and_read_under_fixed_names()
    {
        const string Row = """
            {"systemName":"a name","systemId":"an id","formerSystemId":"an earlier id","product":"a product","version":"1.2","build":"345",
            "agentCount":1,"vmCount":2,"storageCount":3,"collectedAt":"2026-11-30T08:00:00+00:00",
            "issues":[{"category":"timeout","message":"A message.","count":4,"names":["one"],"step":"a step"}],
            "topology":{"clusters":5},"details":{"apiRelease":"8.0.3.0"}}
            """;
        var observed = new Observed
        {
            SystemName = "a name",
            SystemId = "an id",
            FormerSystemId = "an earlier id",
            Product = "a product",
            Version = "1.2",
            Build = "345",
            AgentCount = 1,
            VmCount = 2,
            StorageCount = 3,
            CollectedAt = Time,
            Issues = [new ObservedIssue(FailureCategory.Timeout, "A message.", 4, ["one"]) { Step = "a step" }],
            Topology = new Dictionary<string, int> { ["clusters"] = 5 },
            Details = new Dictionary<string, JsonElement> { ["apiRelease"] = JsonSerializer.SerializeToElement("8.0.3.0") },
        };

        var written = StoredJson.Write(StoredObserved.From(observed));
        written.Should().Be(Row.ReplaceLineEndings(""));
        StoredJson.Write(StoredObserved.From(StoredJson.TryRead<StoredObserved>(Row)!.ToObserved())).Should().Be(written);
    }
}
