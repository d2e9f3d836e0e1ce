namespace Pulse.Simulation;

/// <summary>Reads page by page.</summary>
internal static class RetrieveMembers
{
    public static void Register(VimMembers members)
    {
        members.Method(PropertyCollectorMembers.Type, "RetrievePropertiesEx", Retrieve, anonymous: true);
        members.Method(PropertyCollectorMembers.Type, "ContinueRetrievePropertiesEx", Continue);
        members.Method(PropertyCollectorMembers.Type, "CancelRetrievePropertiesEx", Cancel);
    }

    private static VimResult Retrieve(VimCall call)
    {
        if (call.MaybeSession is null)
        {
            return RetrieveWithoutSession(call);
        }

        var found = Find(call, call.SessionObject<ContainerView>);
        return Page(call, found, PageSize(call));
    }

    // facts.md#3.6: this method needs System.Anonymous only, so it is answered on a dead session, too.
    private static VimResult RetrieveWithoutSession(VimCall call)
    {
        switch (call.VCenter.Faults.DeadSession)
        {
            case DeadSessionForm.Fault:
                throw VimFault.Refusal(call.VCenter.Faults.SessionRefusal, VimFault.NotAuthenticated(call.Target)).Exception();
            case DeadSessionForm.Null:
                return VimResult.Null;
        }

        var everything = new ContainerView(call.Inventory.RootFolder, [], recursive: true);
        var found = Find(call, _ => everything);
        return found.Length == 0 ? VimResult.Null : Write(call, found, token: null, VimFault.NotAuthenticated);
    }

    private static VimResult Continue(VimCall call)
    {
        if (call.VCenter.Faults.ContinueRefused)
        {
            throw VimFault.NoPermission(call.Inventory.RootFolder.Reference, Privileges.Read).Exception();
        }

        var (rest, size) = call.Collector().Redeem(call.Arguments.String("token"));
        return Page(call, rest, size);
    }

    private static VimResult Cancel(VimCall call)
    {
        call.Collector().Redeem(call.Arguments.String("token"));
        return VimResult.Void;
    }

    private static Selected[] Find(VimCall call, Func<ManagedObjectReference, ContainerView> findView)
    {
        List<Selected> found = [];
        call.Arguments.Required("specSet");
        foreach (var spec in call.Arguments.Array("specSet"))
        {
            var plan = new FilterPlan(spec, call.Inventory, findView);
            var (entities, _) = call.Inventory.Snapshot(entity => plan.PropertiesOf(entity) is not null);
            found.AddRange(entities.Select(entity => new Selected(entity, plan.PropertiesOf(entity)!)));
        }

        return [.. found];
    }

    private static int PageSize(VimCall call)
    {
        var wanted = call.Arguments.Optional("options")?.OptionalInt("maxObjects");
        var allowed = call.VCenter.Faults.MaximumPageSize;
        return wanted switch
        {
            null => allowed,
            <= 0 => throw VimFault.InvalidArgument("maxObjects").Exception(),
            _ => Math.Min(wanted.Value, allowed),
        };
    }

    private static VimResult Page(VimCall call, ArraySegment<Selected> found, int size)
    {
        if (found.Count == 0)
        {
            return VimResult.Null;
        }

        var (page, token) = call.Collector().Page(found, size);
        return Write(call, page, token);
    }

    private static VimResult Write(VimCall call, ArraySegment<Selected> page, string? token, Func<ManagedObjectReference, VimFault>? fault = null) =>
        new(async json =>
        {
            var writer = json.Writer;
            writer.WriteStartObject();
            writer.WriteTypeName("RetrieveResult");
            if (token is not null)
            {
                writer.WriteString("token", token);
            }

            writer.WriteStartArray("objects");
            foreach (var (entity, properties) in page)
            {
                writer.WriteStartObject();
                writer.WriteTypeName("ObjectContent");
                writer.WriteReference("obj", entity.Reference);
                PropertyJson.WritePropSet(writer, entity, properties, fault);
                PropertyJson.WriteMissingSet(writer, entity, properties, call, fault);
                writer.WriteEndObject();
                await json.SendIfLargeAsync();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
