namespace Pulse.Simulation;

public sealed class ResourcePool : ManagedEntity
{
    internal ResourcePool(string moId, string name, ManagedEntity parent)
        : base("ResourcePool", moId, name, parent)
    {
    }

    internal ManagedEntity Owner => Parent is ResourcePool pool ? pool.Owner : Parent!;
}
