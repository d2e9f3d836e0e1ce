using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulse.Host.Tests.Reports;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Hostile;

/// <summary>Values that no system should send are an error of the system, never a defect of Pulse, and never fill its memory.</summary>
[Trait("Category", "Slow")]
public sealed partial class OddValueTests
{
    private static readonly Func<string, string>[] OddNumbers =
    [
        number => $"{number}.5", _ => "1e400", _ => "-1", _ => "99999999999999999999", _ => "9223372036854775807", _ => "0",
    ];

    private static readonly string[] OddTimes = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-13-45T99:99:99Z", "1969-12-31T23:59:59Z"];

    [Fact]
    public async Task A_number_that_does_not_fit_is_no_defect_whichever_answer_brings_it() =>
        await ForEachOperationAsync(OddNumbers.Select<Func<string, string>, Func<string, string>>(odd => answer => Number().Replace(answer, match => odd(match.Value))));

    [Fact]
    public async Task A_time_that_does_not_fit_is_no_defect_whichever_answer_brings_it() =>
        await ForEachOperationAsync(OddTimes.Select<string, Func<string, string>>(odd => answer => Time().Replace(answer, odd)));

    [Fact]
    public async Task Long_texts_are_cut_wherever_they_are_read() =>
        await ForEachOperationAsync(
            [Lengthen(text => text + new string('x', 5_000)), Lengthen(text => text + "\u202e\u200b" + string.Concat(Enumerable.Repeat("\U0001F600", 2_000)))],
            longest: 60_000);

    [Fact]
    public async Task Machines_with_names_of_twenty_megabytes_are_named_with_the_beginning_of_their_names()
    {
        await using var host = await HostileHost.StartAsync();
        for (var machine = 0; machine < 3; machine++)
        {
            host.VCenter.Inventory.AddUnreadable($"unreadable-{machine}");
        }

        host.VCenter.Faults.On("/name", FaultAction.Rewrite(name => $"{name[..^1]}{new string('n', 20 * 1024 * 1024)}\""));

        var id = await host.CreateAsync();
        var connection = await host.SeeAsync(id, poll => poll.Text("state") == "degraded");

        var names = connection["observed"]!["issues"]!.AsArray().SelectMany(issue => issue!["names"]!.AsArray()).Select(name => name!.GetValue<string>()).ToList();
        names.Should().HaveCount(3).And.OnlyContain(name => name.Length == 256 && name.EndsWith('\u2026') && name.StartsWith("unreadable-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_a_protocol_failure_because_a_cut_id_would_be_another_one()
    {
        await using var host = await HostileHost.StartAsync();
        host.VCenter.Faults.On("WaitForUpdatesEx", FaultAction.Rewrite(answer => MachineId().Replace(answer, $"\"vm-{new string('1', 200)}\"")));

        var report = await host.TestAsync();

        report["failure"]!.Text("category").Should().Be("protocol");
    }

    private static async Task ForEachOperationAsync(IEnumerable<Func<string, string>> changes, int? longest = null)
    {
        await using var host = await HostileHost.StartAsync();
        await host.TestAsync();
        var operations = host.VCenter.Requests.ByOperation.Keys.ToList();
        var all = changes.ToList();
        foreach (var operation in operations)
        {
            foreach (var change in all)
            {
                host.VCenter.Faults.ClearRules();
                host.VCenter.Faults.Add(request => request.Operation == operation, FaultAction.Rewrite(change));

                var report = await host.TestAsync();

                var text = report.ToJsonString();
                text.Should().NotContain("\"unknown\"", operation);
                (longest is null || text.Length < longest).Should().BeTrue($"{operation} brought {text.Length} characters into the report");
            }
        }

        host.Host.Logs.Lines.Where(line => line.Contains("a defect", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static Func<string, string> Lengthen(Func<string, string> longer) => answer =>
    {
        try
        {
            var root = JsonNode.Parse(answer);
            return (Lengthen(root, longer) ?? root)?.ToJsonString() ?? answer;
        }
        catch (JsonException)
        {
            return Version().Replace(answer, match => $">{longer(match.Groups["text"].Value)}<");
        }
    };

    /// <returns>The replacement for the node; null if the node stays and only its members change.</returns>
    private static JsonNode? Lengthen(JsonNode? node, Func<string, string> longer)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    // The discriminator, and ids, which have their own rule.
                    if (name is not ("_typeName" or "type" or "value" or "key" or "apiType" or "instanceUuid") && Lengthen(value, longer) is { } changed)
                    {
                        members[name] = changed;
                    }
                }

                return null;

            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Lengthen(items[i], longer) is { } changed)
                    {
                        items[i] = changed;
                    }
                }

                return null;

            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(longer(text));

            default:
                return null;
        }
    }

    [GeneratedRegex("(?<=[:\\[,])-?\\d+(?=[,}\\]])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Time();

    [GeneratedRegex("\"vm-\\d+\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MachineId();

    [GeneratedRegex(">(?<text>[^<>\\s]+)<", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Version();
}
