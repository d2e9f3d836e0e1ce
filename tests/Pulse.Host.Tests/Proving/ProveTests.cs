using System.Text;
using System.Text.Json.Nodes;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Proving;

/// <summary><c>Pulse.Host prove</c> against a simulated vCenter of each release that Pulse reads.</summary>
[Trait("Category", "Slow")]
public sealed class ProveTests
{
    public static TheoryData<string> Profiles => [.. VCenterProfile.All.Where(profile => profile is { VimJson: true, IsHost: false }).Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_proof_asks_every_row_and_leaves_nothing_behind(string profile)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.Named(profile)));
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter, "--alias", "simulated");

        prove.Output.Should().NotContain("FAIL");
        prove.ExitCode.Should().Be(0, prove.Output);
        prove.Record["end"]!.GetValue<string>().Should().Be("passed");
        Outcomes(prove.Record).Where(row => row.Outcome != "pass").Select(row => row.Id).Should().BeEquivalentTo("second_account", "nested_fault");
        prove.Record["system"]!["build"]!.GetValue<string>().Should().Be(VCenterProfile.Named(profile).Build);
        prove.Record["traffic"]!["requestsOfPolls"]!.AsArray().Select(count => count!.GetValue<int>()).Should().Equal(Enumerable.Repeat(1, 10));
        vcenter.Sessions.OpenCount.Should().Be(0);
        vcenter.Logins.Refused.Should().BeEmpty();
        AssertNothingLeft(prove);
    }

    [Fact]
    public async Task A_record_names_nobody()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter);

        var names = vcenter.Inventory.VirtualMachines.Select(machine => machine.Name)
            .Concat(["127.0.0.1", "svc-pulse", vcenter.Options.InstanceUuid.ToString(), vcenter.Thumbprint]);
        foreach (var text in new[] { prove.Page, prove.Record.ToJsonString(), prove.Output })
        {
            names.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        }

        prove.Page.Should().Contain("address-1");
    }

    internal static void AssertNothingLeft(ProveProcess prove)
    {
        Directory.EnumerateFileSystemEntries(prove.Temporary, "pulse-prove-*").Should().BeEmpty();
        prove.Written().Where(file => HoldsCanary(File.ReadAllText(file, Encoding.Latin1))).Should().BeEmpty();
        HoldsCanary(prove.Output).Should().BeFalse();
    }

    [Fact]
    public void The_search_finds_what_it_looks_for()
    {
        HoldsCanary($"x{ProveProcess.Canary}").Should().BeTrue();
        HoldsCanary(JsonValue.Create(ProveProcess.Canary).ToJsonString()).Should().BeTrue();
        HoldsCanary(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ProveProcess.User}:{ProveProcess.Canary}"))).Should().BeTrue();
    }

    private static IEnumerable<(string Id, string Outcome)> Outcomes(JsonNode record) =>
        record["rows"]!.AsArray().Select(row => (row!["id"]!.GetValue<string>(), row["outcome"]!.GetValue<string>()));

    // The plain core of the password stays readable in every form except Base64, which is searched as it follows the user name.
    private static bool HoldsCanary(string text) =>
        text.Contains("c4n4ry", StringComparison.OrdinalIgnoreCase)
        || text.Contains("b1rd", StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ProveProcess.User}:{ProveProcess.Canary}"))[..36], StringComparison.Ordinal);
}
