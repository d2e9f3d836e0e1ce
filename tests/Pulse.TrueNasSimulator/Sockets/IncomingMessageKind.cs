namespace Pulse.Simulation.TrueNas;

internal enum IncomingMessageKind { Text, Binary, TooLong, Closed }
