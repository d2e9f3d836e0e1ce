using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.Host.Proving;
using Pulse.PlatformConnections.Proving;
using Pulse.Testing;

namespace Pulse.Host.Tests.Governance;

/// <summary>docs/status.json, docs/LOCAL_CAPABILITIES.md and docs/vmware/prove.md are true.</summary>
public sealed class StatusTests
{
    private static readonly JsonSerializerOptions Schema = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter<LaneState>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    [Fact]
    public void The_status_has_its_schema_and_its_evidence_exists()
    {
        var status = Read(File.ReadAllText(Repository.PathOf("docs", "status.json")));

        status.Schema.Should().Be(1);
        DateOnly.ParseExact(status.Updated, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        FaultsOf(status.CandidateLanes["platform-admission-execution"]).Should().BeEmpty();
    }

    [Fact]
    public void A_lane_is_proven_by_a_record_only()
    {
        var lane = Read(File.ReadAllText(Repository.PathOf("docs", "status.json"))).CandidateLanes["platform-admission-execution"];

        FaultsOf(lane with { State = LaneState.Proven }).Should().NotBeEmpty();
        FaultsOf(lane with { Evidence = [new("test", "StatusTests.No_such_test")] }).Should().NotBeEmpty();
        FaultsOf(lane with { BlockedBy = [] }).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("""{"schema":1,"updated":"2026-11-29","candidate_lanes":{},"more":1}""")]
    [InlineData("""{"schema":1,"updated":"2026-11-29"}""")]
    [InlineData("""{"schema":1,"updated":"2026-11-29","candidate_lanes":{"a":{"platform":"p","slice":1,"state":"done","summary":"s","evidence":[],"blocked_by":[]}}}""")]
    public void Another_form_is_refused(string status) => FluentActions.Invoking(() => Read(status)).Should().Throw<JsonException>();

    [Fact]
    public void Every_record_is_of_an_environment_that_is_listed_and_has_the_form_of_a_record()
    {
        var listed = File.ReadAllLines(Repository.PathOf("docs", "LOCAL_CAPABILITIES.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1].Trim()).ToList();
        var records = Directory.EnumerateFiles(Repository.PathOf("docs", "vmware", "records"), "*.json")
            .Select(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).GetProperty("alias").GetString()).Distinct();

        records.Should().BeSubsetOf(listed);
        listed.Should().BeSubsetOf(records, "an environment is listed when there is a record of it");
    }

    [Fact]
    public void The_guide_has_every_exit_code()
    {
        var codes = File.ReadAllLines(Repository.PathOf("docs", "vmware", "prove.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && int.TryParse(line.Split('|')[1], out _)).Select(line => int.Parse(line.Split('|')[1]));

        codes.Should().Equal(Enum.GetValues<ProofEnd>().Select(ExitCodes.Of).Append(ExitCodes.WrongUsage).Distinct().Order());
    }

    private static Status Read(string json) => JsonSerializer.Deserialize<Status>(json, Schema)!;

    private static IEnumerable<string> FaultsOf(Lane lane)
    {
        foreach (var (kind, reference) in lane.Evidence.Where(evidence => !Exists(evidence)))
        {
            yield return $"no such {kind}: {reference}";
        }

        if (lane.State == LaneState.Proven && !lane.Evidence.Any(evidence => evidence.Kind == "record"))
        {
            yield return "proven without a record";
        }

        if (lane.State != LaneState.Proven && lane.BlockedBy.Count == 0)
        {
            yield return "not proven, and nothing says why";
        }
    }

    private static bool Exists(Evidence evidence) => evidence.Kind switch
    {
        "test" => TestIndex.Has(evidence.Reference),
        "document" or "record" => File.Exists(Repository.PathOf(evidence.Reference.Split('/'))),
        _ => false,
    };

    private sealed record Status(int Schema, string Updated, IReadOnlyDictionary<string, Lane> CandidateLanes);

    private sealed record Lane(string Platform, int Slice, LaneState State, string Summary, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> BlockedBy);

    private sealed record Evidence(string Kind, string Reference);

    private enum LaneState
    {
        Planned,
        InProgress,
        Simulated,
        Proven,
    }
}
