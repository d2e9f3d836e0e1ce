using Pulse.Simulation.TrueNas;

return await CommandLineRun.RunAsync(args);
