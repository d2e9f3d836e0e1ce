namespace Pulse.Simulation;

/// <summary>Reads one top-level property of a managed entity by GET.</summary>
internal static class EntityProperty
{
    public static VimMember Of(string path) => new(call => ValueTask.FromResult(Read(call, path)), IsAnonymous: false);

    private static VimResult Read(VimCall call, string path)
    {
        var entity = call.VisibleEntity(call.Target);
        if (PropertyCatalogue.Find(entity.Reference.Type, path) is not { } property)
        {
            throw PropertyCatalogue.Unknown(entity.Reference.Type, path);
        }

        if (!property.MayBeRead(entity))
        {
            throw VimFault.NoPermission(entity.Reference, property.Privilege).Exception();
        }

        return property.IsSet(entity) ? VimResult.Json(writer => property.Write(writer, entity)) : VimResult.Null;
    }
}
