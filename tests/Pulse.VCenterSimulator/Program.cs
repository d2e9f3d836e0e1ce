using Pulse.Simulation;

return await CommandLineRun.RunAsync(args);
