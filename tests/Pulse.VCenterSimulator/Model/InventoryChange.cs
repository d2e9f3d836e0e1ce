namespace Pulse.Simulation;

internal readonly record struct InventoryChange(ManagedEntity Entity, ChangeKind Kind, string Path);
