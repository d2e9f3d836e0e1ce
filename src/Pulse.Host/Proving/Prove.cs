using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Pulse.Host.Storage;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Host.Proving;

/// <summary>
/// <c>Pulse.Host prove</c>: does all the work of an administrator on a real system without changing anything there, and writes a
/// record that can be shared.
/// </summary>
internal static class Prove
{
    private const string Verb = "prove";

    public static bool IsAsked(string[] args) => args is [Verb, ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Action<WebApplicationBuilder>?, WebApplication> compose)
    {
        var (arguments, error) = ProveArguments.Parse(args[1..]);
        if (arguments is null)
        {
            return await RefuseAsync(error!);
        }

        if (arguments.ShowHelp)
        {
            await Console.Out.WriteAsync(ProveArguments.Help);
            return 0;
        }

        try
        {
            Directory.CreateDirectory(arguments.Records);
            await using var host = new ProvingHost(compose);
            return await RunAsync(arguments, host);
        }
        catch (CannotStartException cannot)
        {
            return await RefuseAsync(string.Join('\n', cannot.Reasons));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SqliteException)
        {
            return await RefuseAsync(unusable.Message);
        }
    }

    private static async Task<int> RunAsync(ProveArguments arguments, ProvingHost host)
    {
        var run = host.Run;
        if (!run.Platforms.Contains(arguments.Platform))
        {
            return await RefuseAsync($"Unknown platform '{arguments.Platform}'. Allowed: {string.Join(", ", run.Platforms)}.");
        }

        if (await FindAsync(arguments, run) is not { } found)
        {
            return await RefuseAsync($"No saved connection of the platform {arguments.Platform} has the id {arguments.System}.");
        }

        // Ctrl+C at the prompt ends the program as usual; nothing has begun.
        var request = found with
        {
            Secret = await PasswordInput.ReadAsync(arguments.PasswordFile, found.User),
            SecondSecret = arguments.SecondUser is { } second ? await PasswordInput.ReadAsync(arguments.SecondPasswordFile, second) : Secret.Empty,
        };
        if (!run.TryPrepare(request, Say, out var errors))
        {
            return await RefuseAsync(string.Join('\n', errors.SelectMany(field => field.Value.Select(fault => $"{field.Key}: {fault}"))));
        }

        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        var address = await host.StartAsync(CancellationToken.None);
        await run.AskAsync(address, host.Token, interrupted.Token);
        await host.StopAsync();
        await run.AskAtEndAsync();
        var record = await run.WriteAsync(arguments.Records, CancellationToken.None);
        await Console.Out.WriteLineAsync($"\nResult: {run.Summary}.\nRecord: {record}.md and {Path.GetFileName(record)}.json");
        return ExitCodes.Of(run.End);

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }
    }

    private static async Task<ProofRequest?> FindAsync(ProveArguments arguments, ProofRun run)
    {
        var request = new ProofRequest
        {
            Platform = arguments.Platform,
            Host = arguments.System,
            Port = arguments.Port,
            Thumbprint = arguments.Thumbprint,
            User = arguments.User ?? "",
            Secret = Secret.Empty,
            SecondUser = arguments.SecondUser,
            Alias = arguments.Alias ?? arguments.Platform,
            Bundle = arguments.Bundle,
            PollPause = TimeSpan.FromSeconds(arguments.PollPause),
        };
        return arguments.ConnectionId is { } id
            ? await run.FindSavedAsync(request, id, Installation.ReadOnly(Installation.Find(arguments.DataDirectory)), CancellationToken.None)
            : request;
    }

    private static void Say(ProofAnswer answer) => Console.Out.WriteLine($"{answer.Outcome switch
    {
        ProofOutcome.Pass => "pass   ",
        ProofOutcome.Fail => "FAIL   ",
        _ => "not run",
    }}  {answer.Id,-28} {answer.Finding}");

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync($"Pulse.Host prove: {reason}");
        return ExitCodes.WrongUsage;
    }
}
