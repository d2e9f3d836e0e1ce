using System.Diagnostics;
using Pulse.Testing;

namespace Pulse.Simulation.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Unknown argument '--host'. Allowed: --port, --hosts", "--host", "8")]
    [InlineData("'many' is not allowed for --vms: 0-100000", "--vms", "many")]
    [InlineData("'70000' is not allowed for --port: 0-65535", "--port", "70000")]
    [InlineData("'8.0u9' is not allowed for --profile: 8.0u1, 8.0u2, 8.0u3, 8.0u3k, 9.0, 9.1, 9.1.1, 7.0, 6.7, esxi", "--profile", "8.0u9")]
    [InlineData("'lab' is not allowed for --instance-uuid: a UUID", "--instance-uuid", "lab")]
    [InlineData("--user needs a value", "--user")]
    public async Task Wrong_arguments_end_with_2_and_say_what_is_allowed(string message, params string[] arguments)
    {
        using var program = Start(arguments);
        (await program.StandardError.ReadToEndAsync()).Should().Contain(message);
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Help_lists_the_arguments()
    {
        using var program = Start("--help");
        (await program.StandardOutput.ReadToEndAsync()).Should().Contain("--churn").And.Contain("--certificate-file");
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task It_says_how_to_connect_and_how_many_sessions_are_open_when_it_is_stopped()
    {
        using var program = Start("--port", "0", "--user", "someone@lab.local", "--password", "secret", "--hosts", "3", "--churn", "60");
        List<string> block = [];
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != "READY")
        {
            block.Add(line);
        }

        block.Should().HaveCount(5);
        block[2].Should().EndWith("someone@lab.local");
        block[3].Should().EndWith("secret");
        block[4].Should().MatchRegex("([0-9A-F]{2}:){31}[0-9A-F]{2}$");
        Signals.SendTerminate(program.Id);
        (await program.StandardOutput.ReadToEndAsync()).Should().Be("Stopped with 0 open sessions.\n");
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(VCenterSimulator).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
}
