namespace Pulse.Simulation;

internal static class ViewMembers
{
    private static readonly string[] ContainerTypes = ["Folder", "Datacenter", "ComputeResource", "ResourcePool", "HostSystem"];

    public static void Register(VimMembers members)
    {
        members.Method("ViewManager", "CreateContainerView", Create);
        members.Method("View", "DestroyView", Destroy);
        members.Property("ContainerView", "container", call => VimResult.Reference(View(call).Container.Reference));
        members.Property("ContainerView", "view", Entities);
    }

    private static VimResult Create(VimCall call)
    {
        var container = call.VisibleEntity(call.Arguments.Reference("container"));
        if (!Array.Exists(ContainerTypes, type => VimTypes.Is(container.Reference.Type, type)))
        {
            throw VimFault.InvalidArgument("container").Exception();
        }

        var types = call.Arguments.Strings("type");
        if (!Array.TrueForAll(types, VimTypes.IsKnown))
        {
            throw VimFault.InvalidArgument("type").Exception();
        }

        return VimResult.Reference(call.Session.Keep("ContainerView", new ContainerView(container, types, call.Arguments.Boolean("recursive"))));
    }

    private static VimResult Destroy(VimCall call)
    {
        View(call).IsDestroyed = true;
        call.Session.Objects.TryRemove(call.Target.Value, out _);
        return VimResult.Void;
    }

    private static VimResult Entities(VimCall call)
    {
        var view = View(call);
        var (entities, _) = call.Inventory.Snapshot(entity => view.Contains(entity) && call.Inventory.Shows(entity));
        return VimResult.Json(writer => writer.WriteArray(entities, static (w, entity) => w.WriteReference(entity.Reference)));
    }

    private static ContainerView View(VimCall call) => call.SessionObject<ContainerView>(call.Target);
}
