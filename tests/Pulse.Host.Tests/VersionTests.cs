using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class VersionTests
{
    private static readonly string Version =
        XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public async Task The_API_says_which_Pulse_answers()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();

        (await client.GetFromJsonAsync<JsonNode>("api/version"))!["version"]!.GetValue<string>().Should().Be(Version);
    }

    [Fact]
    public async Task The_program_says_its_version_without_starting()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pulse.Host.dll"), "--version"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        program.ExitCode.Should().Be(0);
        output.Should().StartWith($"Pulse {Version}");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(1);
    }
}
