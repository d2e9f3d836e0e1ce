namespace Pulse.Simulation.TrueNas;

/// <summary>The ports of one simulator; the second one is 0 if plain HTTP is not served too.</summary>
internal sealed record SimulatorPorts(int Port, int PlainPort);
