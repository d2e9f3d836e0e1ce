using System.Text;
using System.Text.Json.Nodes;
using Pulse.Providers.VMware.Contract;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Proving;

/// <summary>The exchanges that <c>--bundle</c> writes: they contain no names, and can be compared with the contract again.</summary>
[Trait("Category", "Slow")]
public sealed class BundleTests
{
    [Theory]
    [InlineData("8.0u1")]
    [InlineData("9.1")]
    public async Task A_bundle_names_nobody_and_can_be_replayed(string profile)
    {
        // A password and names that are words of the API: they are replaced too.
        var options = ProveProcess.VCenter(VCenterProfile.Named(profile)) with { UserName = "alarm@vsphere.local" };
        await using var vcenter = await VCenterSimulator.StartAsync(options);
        vcenter.Inventory.VirtualMachines[0].Name = "snapshot";
        using var prove = new ProveProcess();

        await prove.RunAsync(
            [
                "vmware", "127.0.0.1", "--port", $"{vcenter.Port}", "--user", options.UserName, "--password-file", prove.PasswordFile(ProveProcess.Canary),
                "--thumbprint", vcenter.Thumbprint, "--poll-pause", "0", "--bundle",
            ]);

        prove.ExitCode.Should().Be(0, prove.Output);
        var text = File.ReadAllText(prove.RecordFiles("exchanges.jsonl").Single());
        ProveTests.AssertNothingLeft(prove);
        var names = vcenter.Inventory.VirtualMachines.Skip(1).Select(machine => machine.Name)
            .Concat(["127.0.0.1", "alarm@", "VSPHERE.LOCAL", "\\\"snapshot\\\"}", "localhost", vcenter.Options.InstanceUuid.ToString()]);
        names.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        lines.Select(Operation).Should().Contain("GET /api/vcenter/vm").And.Contain(operation => operation.EndsWith("/WaitForUpdatesEx"));
        lines.Should().HaveCount(prove.Record["traffic"]!["requests"]!.GetValue<int>());
        var deviations = lines.Where(line => !line["isDeliberate"]!.GetValue<bool>() && line["isWhole"]!.GetValue<bool>()).SelectMany(Check).Select(deviation => deviation.ToString()).Distinct();
        deviations.Should().ContainSingle("what is known is the only one").Which.Should().Contain("appliance.system.version.get");
    }

    [Fact]
    public void The_replay_finds_a_deviation()
    {
        var line = new JsonObject
        {
            ["method"] = "GET",
            ["target"] = "/sdk/vim25/8.0.3.0/SessionManager/SessionManager/currentSession",
            ["requestBody"] = "",
            ["status"] = 200,
            ["responseBody"] = """{"_typeName":"UserSession"}""",
        };

        Check(line).Should().NotBeEmpty();
    }

    private static string Operation(JsonNode line) => $"{line["method"]} {line["target"]}";

    private static IReadOnlyList<Deviation> Check(JsonNode line) => VendorContract.Load().Check(new Exchange
    {
        Method = line["method"]!.GetValue<string>(),
        Target = line["target"]!.GetValue<string>(),
        RequestBody = Encoding.UTF8.GetBytes(line["requestBody"]!.GetValue<string>()),
        Status = line["status"]!.GetValue<int>(),
        ResponseBody = Encoding.UTF8.GetBytes(line["responseBody"]!.GetValue<string>()),
        ContentType = line["responseType"]?.GetValue<string>(),
        Challenge = line["challenge"]?.GetValue<string>(),
    });
}
