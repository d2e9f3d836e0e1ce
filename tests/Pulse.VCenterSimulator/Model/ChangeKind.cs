namespace Pulse.Simulation;

internal enum ChangeKind { Created, Modified, Removed }
