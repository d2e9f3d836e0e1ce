namespace Pulse.Simulation;

public sealed class Folder : ManagedEntity
{
    internal Folder(string moId, string name, ManagedEntity? parent, FolderKind kind)
        : base("Folder", moId, name, parent) => Kind = kind;

    public FolderKind Kind { get; }
}
