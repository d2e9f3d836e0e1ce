namespace Pulse.Simulation;

public sealed record VirtualMachineSnapshot(int Id, string Name, DateTimeOffset CreateTime, string Description = "");
