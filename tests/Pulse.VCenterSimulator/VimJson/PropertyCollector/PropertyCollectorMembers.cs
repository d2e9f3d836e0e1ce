namespace Pulse.Simulation;

/// <summary>Filters and collectors; reading is in <see cref="RetrieveMembers"/> and <see cref="WaitMembers"/>.</summary>
internal static class PropertyCollectorMembers
{
    public const string Type = "PropertyCollector";

    public static void Register(VimMembers members)
    {
        RetrieveMembers.Register(members);
        WaitMembers.Register(members);
        members.Method(Type, "CreateFilter", CreateFilter);
        members.Method("PropertyFilter", "DestroyPropertyFilter", DestroyFilter);
        members.Method(Type, "CreatePropertyCollector", call => VimResult.Reference(call.Session.Keep(Type, new PropertyCollector(call.Session))));
        members.Method(Type, "DestroyPropertyCollector", DestroyCollector);
    }

    /// <summary>The called collector: that of the session, or a private one.</summary>
    public static PropertyCollector Collector(this VimCall call) => call.Target.Value == ServiceContent.MoIdOf(Type)
        ? call.Session.Collector
        : call.SessionObject<PropertyCollector>(call.Target);

    private static VimResult CreateFilter(VimCall call)
    {
        var plan = new FilterPlan(call.Arguments.Required("spec"), call.Inventory, call.SessionObject<ContainerView>);
        return VimResult.Reference(call.Collector().Create(plan));
    }

    private static VimResult DestroyFilter(VimCall call)
    {
        var filter = call.SessionObject<PropertyFilter>(call.Target);
        filter.Collector.Destroy(filter);
        return VimResult.Void;
    }

    private static VimResult DestroyCollector(VimCall call)
    {
        call.SessionObject<PropertyCollector>(call.Target).DestroyFilters();
        call.Session.Objects.TryRemove(call.Target.Value, out _);
        return VimResult.Void;
    }
}
