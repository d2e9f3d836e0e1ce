using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Recordings;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The checks of a test understand the recorded answers.</summary>
public sealed class CheckRecordingTests : VCenterTests
{
    private static readonly string[] Checks = ["privileges", "datastores", "alarms", "events", "snapshots", "performance"];

    [Fact]
    public async Task Every_recorded_answer_is_understood()
    {
        AnswerChecks();

        await ReadAsync(AttemptPurpose.Test);

        LastAttempt.Steps.Should().NotContain(step => step.Outcome == StepOutcome.Failed);
        LastAttempt.Steps.Where(step => Checks.Contains(step.Name)).Select(step => $"{step.Outcome}: {step.Summary}").Should().Equal(
            "Warning: The account may do more than read: Alarm.Acknowledge, Alarm.Create, Alarm.Delete, Alarm.DisableActions, Alarm.Edit"
                + $" and {BeyondReading() - 5} more",
            "Passed: 1 datastores, 2 GiB, of which 1 GiB are free",
            "Passed: 1 triggered: 0 red, 1 yellow",
            "Passed: 3 events in the last hour",
            "Passed: 1 of 1 virtual machines have 1 snapshots",
            "Passed: 4 counters; current CPU and memory of host 'HostSystem' and virtual machine 'VirtualMachine'");
    }

    [Fact]
    public async Task Times_are_the_ones_of_the_server()
    {
        AnswerChecks();

        await ReadAsync(AttemptPurpose.Test);

        using var query = JsonDocument.Parse(BodyOf("POST QueryEvents"));
        var time = query.RootElement.GetProperty("filter").GetProperty("time");
        time.GetProperty("beginTime").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 1, 1, 11, 0, 0, TimeSpan.Zero));
        time.GetProperty("endTime").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_key_of_the_session_is_asked_with_not_its_token()
    {
        AnswerChecks();

        await ReadAsync(AttemptPurpose.Test);

        using var question = JsonDocument.Parse(BodyOf("POST HasPrivilegeOnEntities"));
        question.RootElement.GetProperty("sessionId").GetString().Should().Be(Recording.Of("18").Json.GetProperty("key").GetString());
    }

    [Fact]
    public async Task Nulls_are_taken_as_nothing_to_report()
    {
        AnswerChecks();
        foreach (var key in new[] { "GET triggeredAlarmState", "POST QueryEvents", "POST RetrievePropertiesEx" })
        {
            On(key, Respond(200, ""));
        }

        await ReadAsync(AttemptPurpose.Test);

        LastAttempt.Steps.Should().NotContain(step => step.Outcome == StepOutcome.Failed);
        LastAttempt.Steps.Single(step => step.Name == "alarms").Summary.Should().Be("No alarm is triggered");
        LastAttempt.Steps.Single(step => step.Name == "events").Summary.Should().Be("0 events in the last hour");
    }

    private void AnswerChecks()
    {
        // The last body is the one of the request under way: one test sends one request at a time.
        PlayRecordings();
        On("GET currentSession", Recorded.Answer("18"));
        foreach (var type in new[] { "Datastore", "VirtualMachine", "HostSystem" })
        {
            VCenter.Faults.Add(request => request.Name == "POST RetrievePropertiesEx" && AsksOnlyFor(type, request.Body), Respond(200, Sample(type)));
        }

        On("GET triggeredAlarmState", Respond(200, """[{"_typeName":"AlarmState","key":"alarm-328.vm-51","overallStatus":"yellow"}]"""));
        On("POST CurrentTime", Respond(200, "\"2026-01-01T12:00:00Z\""));
        On("POST QueryOptions", Respond(200, """[{"_typeName":"OptionValue","key":"config.vpxd.stats.maxQueryMetrics","value":{"_typeName":"string","_value":"256"}}]"""));
        On("POST QueryEvents", Recorded.Answer("35"));
        On("GET perfCounter", Recorded.Answer("36"));
        On("POST QueryPerfProviderSummary", Recorded.Answer("37"));
        On("POST QueryPerf", With((http, _) => AnswerPerfAsync(http)));
        On("POST HasPrivilegeOnEntities", With((http, _) => AnswerForAskedAsync(http, "39", "entity")));
        On("POST FetchUserPrivilegeOnEntities", With((http, _) => AnswerForAskedAsync(http, "40", "entities")));
    }

    private static bool AsksOnlyFor(string type, string request)
    {
        using var body = JsonDocument.Parse(request);
        var types = body.RootElement.GetProperty("specSet")[0].GetProperty("propSet");
        return types.GetArrayLength() == 1 && types[0].GetProperty("type").GetString() == type;
    }

    private static string Sample(string type)
    {
        (string Name, string Value)[] properties = type switch
        {
            "Datastore" => [("summary.capacity", Box("long", "2147483648")), ("summary.freeSpace", Box("long", "1073741824"))],
            "VirtualMachine" => [("runtime.powerState", Box("VirtualMachinePowerState", "\"poweredOn\"")), ("snapshot", Recording.Of("31").Body!)],
            "HostSystem" => [("runtime.connectionState", Box("HostSystemConnectionState", "\"connected\""))],
            _ => [],
        };
        var set = properties.Append(("name", Box("string", $"\"{type}\"")))
            .Select(property => $$"""{"_typeName":"DynamicProperty","name":"{{property.Item1}}","val":{{property.Item2}}}""");
        return $$"""
            {"_typeName":"RetrieveResult","objects":[{"_typeName":"ObjectContent",
            "obj":{"_typeName":"ManagedObjectReference","type":"{{type}}","value":"{{type}}-1"},"propSet":[{{string.Join(',', set)}}]}]}
            """;
    }

    // The recorded answer is for one object. Each requested object gets a copy.
    private Task AnswerForAskedAsync(HttpContext http, string recording, string parameter)
    {
        var recorded = JsonNode.Parse(Recording.Of(recording).Body!)![0]!;
        var answers = JsonNode.Parse(Requests[^1].Body)![parameter]!.AsArray().Select(asked =>
        {
            var answer = recorded.DeepClone();
            answer["entity"] = asked!.DeepClone();
            return answer;
        });
        return WriteAsync(http, new JsonArray([.. answers]).ToJsonString());
    }

    // The recorded answer, with the ids of the requested objects.
    private Task AnswerPerfAsync(HttpContext http)
    {
        var metrics = JsonNode.Parse(Recording.Of("38").Body!)!.AsArray();
        metrics[0]!["entity"]!["value"] = "HostSystem-1";
        metrics[1]!["entity"]!["type"] = "VirtualMachine";
        metrics[1]!["entity"]!["value"] = "VirtualMachine-1";
        return WriteAsync(http, metrics.ToJsonString());
    }

    private static Task WriteAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    private static string Box(string type, string value) => $$"""{"_typeName":"{{type}}","_value":{{value}}}""";

    private static int BeyondReading() => Recording.Of("40").Json[0].GetProperty("privileges").EnumerateArray()
        .Count(privilege => VMware.Protocol.VCenterPrivileges.GoesBeyondReading(privilege.GetString()!));

    private string BodyOf(string key) => Requests.Single(request => request.Name == key).Body;
}
