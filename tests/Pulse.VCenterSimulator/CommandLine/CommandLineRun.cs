namespace Pulse.Simulation;

/// <summary>One run of the program: starts a simulator, prints how to connect, and waits for the signal to stop.</summary>
internal static class CommandLineRun
{
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (line, error) = CommandLine.Parse(args);
        if (line is null)
        {
            await Console.Error.WriteLineAsync(error);
            return WrongUsage;
        }

        if (line.ShowHelp)
        {
            await Console.Out.WriteAsync(CommandLine.Help);
            return 0;
        }

        using var stop = new StopSignal();
        await ServeAsync(line, stop.Token);
        return 0;
    }

    private static async Task ServeAsync(CommandLine line, CancellationToken stop)
    {
        var options = line.Options;
        if (line.CertificateFile is { } file)
        {
            options = options with { Certificate = ServerCertificate.LoadOrCreate(file, "vCenter", options.TimeProvider) };
        }

        await using var simulator = await VCenterSimulator.StartAsync(options, CancellationToken.None);
        await Console.Out.WriteLineAsync(Description(simulator));
        await Console.Out.WriteLineAsync("READY");
        try
        {
            await Churn.RunAsync(simulator.Inventory, line.ChurnPerMinute, options.TimeProvider, stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, stop);
        }
        catch (OperationCanceledException)
        {
            await Console.Out.WriteLineAsync($"Stopped with {simulator.Sessions.OpenCount} open sessions.");
        }
    }

    // The password belongs to the simulator only. The user of the program chooses it.
    private static string Description(VCenterSimulator simulator) =>
        $"""
        Simulated vCenter {simulator.Options.Profile.Name}
          URL         {simulator.Url}
          User name   {simulator.Options.UserName}
          Password    {simulator.Options.Password}
          Thumbprint  {simulator.Thumbprint}
        """;
}
