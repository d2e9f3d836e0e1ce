namespace Pulse.Simulation;

/// <summary>A container view: the entities of some types below a container.</summary>
internal sealed class ContainerView(ManagedEntity container, string[] types, bool recursive)
{
    public ManagedEntity Container { get; } = container;

    public IReadOnlyList<string> Types { get; } = types;

    public bool IsDestroyed { get; set; }

    // A view contains subtypes, too: a view of Network shows distributed port groups. A view without types contains all types.
    public bool Contains(ManagedEntity entity) =>
        !IsDestroyed && (Types.Count == 0 || Types.Any(type => VimTypes.Is(entity.Reference.Type, type))) && entity.IsIn(Container, recursive);
}
