namespace Pulse.Simulation;

/// <summary>A container view: the entities of some types below a container.</summary>
internal sealed class ContainerView(ManagedEntity container, string[] types, bool recursive)
{
    public ManagedEntity Container { get; } = container;

    public IReadOnlyList<string> Types { get; } = types;

    public bool IsDestroyed { get; set; }

    // Views answer subtypes too: Network shows distributed port groups. No types means all of them.
    public bool Contains(ManagedEntity entity) =>
        !IsDestroyed && (Types.Count == 0 || Types.Any(type => VimTypes.Is(entity.Reference.Type, type))) && entity.IsIn(Container, recursive);
}
