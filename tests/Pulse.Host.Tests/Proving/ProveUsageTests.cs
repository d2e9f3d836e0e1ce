using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Proving;

/// <summary>The ways to call <c>Pulse.Host prove</c>.</summary>
[Trait("Category", "Slow")]
public sealed class ProveUsageTests
{
    [Theory]
    [InlineData("--passwort", "--password-file", "vmware", "vcsa.lab.example", "--user", "u", "--passwort", "x")]
    [InlineData("other users of this machine", "--password-file", "vmware", "vcsa.lab.example", "--user", "u", "--password", "x")]
    [InlineData("other users of this machine", "--password-file", "vmware", "vcsa.lab.example", "--user", "u", "--password=x")]
    [InlineData("--user is needed", "account", "vmware", "vcsa.lab.example")]
    [InlineData("Give the platform", "prove vmware", "vmware")]
    [InlineData("'70000'", "1 to 65535", "vmware", "vcsa.lab.example", "--user", "u", "--port", "70000")]
    [InlineData("'Lab/1'", "a to z", "vmware", "vcsa.lab.example", "--user", "u", "--alias", "Lab/1")]
    [InlineData("--records needs a value", "record", "vmware", "vcsa.lab.example", "--user", "u", "--records")]
    [InlineData("--bundle takes no value", "Pulse.Host prove", "vmware", "vcsa.lab.example", "--user", "u", "--bundle=x")]
    public async Task Wrong_usage_says_what_is_allowed(string said, string allowed, params string[] arguments)
    {
        using var prove = new ProveProcess();

        await prove.RunAsync(arguments);

        prove.ExitCode.Should().Be(2);
        prove.Output.Should().Contain(said).And.Contain(allowed);
        prove.RecordFiles("md").Should().BeEmpty();
    }

    [Fact]
    public async Task An_unknown_platform_or_a_wrong_setting_is_wrong_usage_and_sends_nothing()
    {
        using var prove = new ProveProcess();

        await prove.RunAsync(["vsphere", "vcsa.lab.example", "--user", "u"], input: "secret\n");
        var unknown = (prove.ExitCode, prove.Output);
        await prove.RunAsync(["vmware", "ftp://vcsa.lab.example", "--user", "u", "--thumbprint", "12"], input: "secret\n");

        unknown.ExitCode.Should().Be(2);
        unknown.Output.Should().Contain("Allowed: vmware");
        prove.ExitCode.Should().Be(2);
        prove.Output.Should().Contain("host:").And.Contain("certificateThumbprint:");
        ProveTests.AssertNothingLeft(prove);
    }

    [Fact]
    public async Task Help_names_every_argument_and_exit_code()
    {
        using var prove = new ProveProcess();

        await prove.RunAsync(["--help"]);

        prove.ExitCode.Should().Be(0);
        prove.Output.Should().Contain("--second-password-file").And.Contain("130 interrupted");
    }

    [Fact]
    public async Task Without_a_terminal_the_password_is_a_line_of_the_standard_input()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        using var prove = new ProveProcess();

        await prove.RunAsync(
            ["vmware", vcenter.Url.ToString(), "--user", ProveProcess.User, "--thumbprint", vcenter.Thumbprint, "--poll-pause", "0"],
            input: ProveProcess.Canary + "\n");

        prove.ExitCode.Should().Be(0, prove.Output);
        ProveTests.AssertNothingLeft(prove);
    }

    [Fact]
    public async Task A_second_record_of_a_day_does_not_replace_the_first()
    {
        using var prove = new ProveProcess();
        string[] arguments = ["vmware", "https://127.0.0.1:1", "--user", "u", "--alias", "lab"];

        await prove.RunAsync(arguments, input: "secret\n");
        await prove.RunAsync(arguments, input: "secret\n");

        // Midnight may be between the two: then each has its own date.
        var names = prove.RecordFiles("json").Select(file => Path.GetFileName(file)!).ToList();
        string[] expected = names.DistinctBy(name => name[..10]).Count() == 1 ? ["-lab.json", "-lab-2.json"] : ["-lab.json", "-lab.json"];
        names.Select(name => name[10..]).Should().BeEquivalentTo(expected);
    }

    [Fact]
    public async Task The_account_without_a_role_is_tried_once()
    {
        const string Other = "nobody@vsphere.local";
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U1) with { UserWithoutRole = Other });
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter, "--second-user", Other, "--second-password-file", prove.PasswordFile(ProveProcess.Canary));

        prove.ExitCode.Should().Be(0, prove.Output);
        prove.Row("second_account")["finding"]!.GetValue<string>().Should().Contain("vi_json_session: The password is right");
        vcenter.Logins.Accepted.Count(login => login.UserName == Other).Should().Be(2, "one login through each family");
        vcenter.Sessions.OpenCount.Should().Be(0);
        ProveTests.AssertNothingLeft(prove);
    }

    [Fact]
    public async Task A_saved_connection_is_proven_by_its_id_while_Pulse_runs_and_nothing_is_written_there()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        using var data = new DataDirectory();
        string id;
        using var prove = new ProveProcess();
        await using (var pulse = PulseHost.Start(dataDirectory: data.Path))
        {
            using var client = pulse.CreateClient();
            using var saved = await client.PostAsJsonAsync("api/vmware/connections", new JsonObject
            {
                ["name"] = "Lab",
                ["host"] = "127.0.0.1",
                ["port"] = vcenter.Port,
                ["username"] = ProveProcess.User,
                ["password"] = ProveProcess.Canary,
                ["certificateThumbprint"] = vcenter.Thumbprint,
                ["enabled"] = false,
            });
            id = (await saved.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
            await ProveAsync(id);
        }

        // Only the end of the process closes its open files.
        SqliteConnection.ClearAllPools();
        File.Exists($"{data.Path}/pulse.db-wal").Should().BeFalse("Pulse has stopped");
        var before = data.Contents();
        await ProveAsync(id);

        data.Contents().Should().Equal(before);
        await prove.RunAsync(["vmware", $"{Guid.Empty}", "--data", data.Path], input: "x\n");
        prove.ExitCode.Should().Be(2);
        prove.Output.Should().Contain("No saved connection");

        async Task ProveAsync(string connection)
        {
            await prove.RunAsync(
                ["vmware", connection, "--data", data.Path, "--password-file", prove.PasswordFile(ProveProcess.Canary), "--poll-pause", "0"]);
            prove.ExitCode.Should().Be(0, prove.Output);
        }
    }

    private sealed class DataDirectory : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("pulse-test-").FullName;

        // The index of the journal holds the locks of its readers.
        public IReadOnlyList<string> Contents() =>
        [
            .. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
