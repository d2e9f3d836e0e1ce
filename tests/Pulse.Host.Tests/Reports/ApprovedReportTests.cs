using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>
/// Ten reports as an administrator sees them, kept word for word: after a change of a sentence, the file shows whether
/// the sentence still helps. With PULSE_APPROVE_REPORTS=1 the test writes the files again.
/// </summary>
public sealed class ApprovedReportTests(ReportHost host) : IClassFixture<ReportHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Situation> Situations = new(StringComparer.Ordinal)
    {
        ["healthy-8.0u3"] = new(),
        ["healthy-8.0u1-two-sessions"] = new() { Profile = VCenterProfile.V80U1 },
        ["unsupported-7.0"] = new() { Profile = VCenterProfile.V70 },
        ["esxi"] = new() { Profile = VCenterProfile.Esxi },
        ["untrusted-certificate"] = new() { Draft = draft => draft.Remove("certificateThumbprint") },
        ["pin-mismatch"] = new() { Draft = draft => draft["certificateThumbprint"] = string.Join(':', Enumerable.Repeat("AB", 32)) },
        ["wrong-password"] = new() { Draft = draft => draft["password"] = "wrong" },
        ["no-permission"] = new() { Role = SimulatedRole.NoAccess },
        ["role-not-propagated"] = new() { Role = SimulatedRole.ReadOnlyOnRoot },
        ["statistics-denied"] = new() { VCenter = vcenter => vcenter.Faults.On("QueryPerf", FaultAction.Denied("System.View")) },
    };

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_report_is_the_approved_one(string name)
    {
        var situation = Situations[name];
        await using var vcenter = await VCenterSimulator.StartAsync(
            new VCenterSimulatorOptions { Profile = situation.Profile, Role = situation.Role, InstanceUuid = new Guid("5fd2b5b4-0000-4000-8000-000000000001") });
        situation.VCenter(vcenter);
        var draft = ReportHost.Draft(vcenter);
        situation.Draft(draft);

        var report = Scrub(await host.TestAsync(draft), vcenter);

        var file = Repository.PathOf("tests", "Pulse.Host.Tests", "Reports", "Approved", $"{name}.json");
        if (Environment.GetEnvironmentVariable("PULSE_APPROVE_REPORTS") == "1")
        {
            await File.WriteAllTextAsync(file, report);
        }

        report.Should().Be(await File.ReadAllTextAsync(file), $"{name}.json is what was approved; read the change before approving it");
        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public void Every_approved_file_belongs_to_a_situation() =>
        Directory.GetFiles(Repository.PathOf("tests", "Pulse.Host.Tests", "Reports", "Approved")).Select(Path.GetFileNameWithoutExtension)
            .Should().BeEquivalentTo(Situations.Keys);

    /// <summary>Removes the values that differ between runs: durations, times, the port and the certificate.</summary>
    private static string Scrub(JsonNode report, VCenterSimulator vcenter)
    {
        ScrubMembers(report);
        return report.ToJsonString(Indented)
            .Replace(vcenter.Thumbprint, "<thumbprint>", StringComparison.Ordinal)
            .Replace($"127.0.0.1:{vcenter.Port.ToString(CultureInfo.InvariantCulture)}", "127.0.0.1:443", StringComparison.Ordinal) + "\n";
    }

    private static void ScrubMembers(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            array.ToList().ForEach(ScrubMembers);
        }

        foreach (var (member, value) in node is JsonObject data ? data.ToList() : [])
        {
            switch (member)
            {
                case "durationMs":
                    node![member] = 0;
                    break;
                case "notBefore" or "notAfter" or "collectedAt":
                    node![member] = value is null ? null : "<time>";
                    break;
                default:
                    ScrubMembers(value);
                    break;
            }
        }
    }

    private sealed record Situation
    {
        public VCenterProfile Profile { get; init; } = VCenterProfile.V80U3;

        public SimulatedRole Role { get; init; } = SimulatedRole.ReadOnly;

        public Action<VCenterSimulator> VCenter { get; init; } = _ => { };

        public Action<JsonObject> Draft { get; init; } = _ => { };
    }
}
