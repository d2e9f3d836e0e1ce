namespace Pulse.Simulation.TrueNas;

/// <summary>One run of the program: start, say how to connect, wait for the signal to stop.</summary>
internal static class CommandLineRun
{
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help"))
        {
            await Console.Out.WriteAsync(CommandLine.Help);
            return 0;
        }

        var (options, certificateFile, error) = CommandLine.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(error);
            return WrongUsage;
        }

        using var stop = new StopSignal();
        if (certificateFile is not null)
        {
            options = options with { Certificate = ServerCertificate.LoadOrCreate(certificateFile, "TrueNAS", options.TimeProvider) };
        }

        await using var simulator = await TrueNasSimulator.StartAsync(options, CancellationToken.None);
        await Console.Out.WriteLineAsync($"""
            Simulated TrueNAS {options.Profile.Name}
              URL         {simulator.Url}
              User name   {options.UserName}
              API key     {options.ApiKey}
              Thumbprint  {simulator.Thumbprint}
            READY
            """);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, stop.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Out.WriteLineAsync($"Stopped with {simulator.Counters.OpenSessions} open sessions.");
        }

        return 0;
    }
}
