namespace Pulse.Simulation;

public sealed partial class Inventory
{
    /// <summary>Whether the user sees the entity at all.</summary>
    internal bool Shows(ManagedEntity entity) => Reaches(entity) && Role.Privileges.Contains(Privileges.View);

    internal IEnumerable<string> PrivilegesOn(ManagedEntity entity) => Reaches(entity)
        ? entity.Access switch
        {
            ObjectAccess.Full => Role.Privileges,
            ObjectAccess.NameOnly => Role.Privileges.Intersect([Privileges.Anonymous, Privileges.View]),
            _ => [Privileges.Anonymous],
        }
        : [];

    private bool Reaches(ManagedEntity entity) => Role.Propagates || ReferenceEquals(entity, RootFolder);
}
