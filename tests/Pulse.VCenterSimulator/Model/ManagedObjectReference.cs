namespace Pulse.Simulation;

/// <summary>Names a managed object on the wire: its type and its moId.</summary>
public readonly record struct ManagedObjectReference(string Type, string Value)
{
    public override string ToString() => $"{Type}:{Value}";
}
