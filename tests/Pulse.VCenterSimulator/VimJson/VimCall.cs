using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>One call of a method, or one read of a property, of a managed object.</summary>
internal sealed record VimCall(VCenterState VCenter, HttpContext Http, ManagedObjectReference Target, Session? MaybeSession, JsonElement Arguments)
{
    public Session Session => MaybeSession ?? throw VimFault.NotAuthenticated(Target).Exception();

    public Inventory Inventory => VCenter.Inventory;

    /// <summary>Refuses the call if the user lacks a privilege on an entity.</summary>
    public void Require(string privilege, ManagedEntity entity)
    {
        if (!Inventory.PrivilegesOn(entity).Contains(privilege))
        {
            throw VimFault.NoPermission(entity.Reference, privilege).Exception();
        }
    }

    /// <summary>An object of this session, such as a view, that the reference names.</summary>
    public TObject SessionObject<TObject>(ManagedObjectReference reference)
        where TObject : class =>
        Session.Objects.GetValueOrDefault(reference.Value) as TObject ?? throw VimFault.ManagedObjectNotFound(reference).Exception();

    /// <summary>A managed entity that the reference names and the user may see.</summary>
    public ManagedEntity VisibleEntity(ManagedObjectReference reference)
    {
        var entity = Inventory.Find(reference.Value);
        if (entity is null || !VimTypes.Is(entity.Reference.Type, reference.Type))
        {
            throw VimFault.ManagedObjectNotFound(reference).Exception();
        }

        return Inventory.Shows(entity) ? entity : throw VimFault.NoPermission(reference, Privileges.View).Exception();
    }
}
