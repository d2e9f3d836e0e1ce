using System.Diagnostics;
using Pulse.Testing;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Unknown argument '--pool'. Allowed: --port, --pools", "--pool", "8")]
    [InlineData("'many' is not allowed for --pools: 0-500", "--pools", "many")]
    [InlineData("'27' is not allowed for --profile: 25.04, 25.10, 26, core-13", "--profile", "27")]
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
        (await program.StandardOutput.ReadToEndAsync()).Should().Contain("--profile").And.Contain("--certificate-file");
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task It_says_how_to_connect_and_how_many_sessions_are_open_when_it_is_stopped()
    {
        using var program = Start("--port", "0", "--user", "svc", "--api-key", "7-secret");
        List<string> block = [];
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != "READY")
        {
            block.Add(line);
        }

        block.Should().HaveCount(5);
        block[2].Should().EndWith("svc");
        block[3].Should().EndWith("7-secret");
        block[4].Should().MatchRegex("([0-9A-F]{2}:){31}[0-9A-F]{2}$");
        Signals.SendTerminate(program.Id);
        (await program.StandardOutput.ReadToEndAsync()).Should().Be("Stopped with 0 open sessions.\n");
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(TrueNasSimulator).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
}
