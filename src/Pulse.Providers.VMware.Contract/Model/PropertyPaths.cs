using System.Collections.Concurrent;
using Pulse.Providers.VMware.Contract.Document;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>
/// Finds the type of the value that a property collector reports at a path such as <c>summary.quickStats.uptime</c> of a
/// type of managed object.
/// </summary>
internal sealed class PropertyPaths(ContractDocument document, TypeGraph types)
{
    private readonly ConcurrentDictionary<(string Type, string Path), PropertyAtPath> _known = [];

    public PropertyAtPath Find(string managedType, string path) =>
        _known.GetOrAdd((managedType, path), static (key, self) => self.Resolve(key.Type, key.Path), this);

    private PropertyAtPath Resolve(string managedType, string path)
    {
        var steps = path.Split('.');
        if (!document.ManagedObjects.TryGetValue(managedType, out var managed))
        {
            return PropertyAtPath.Unknown;
        }

        // A key such as device[4000] selects one element; the rest of the path depends on its type.
        if (path.Contains('['))
        {
            return PropertyAtPath.Unknown;
        }

        if (!managed.Properties.TryGetValue(steps[0], out var first))
        {
            return PropertyAtPath.Missing;
        }

        var slot = types.SlotOf(first.Type, first.Array);
        var since = TypeGraph.VersionOf(first.Since);
        foreach (var step in steps.Skip(1))
        {
            if (slot.Type is null || slot.IsArray)
            {
                return PropertyAtPath.Missing;
            }

            if (MemberOf(slot.Type, step) is not { } member)
            {
                return slot.Type.IsOpen ? PropertyAtPath.Unknown : PropertyAtPath.Missing;
            }

            slot = member.Slot;
            since = member.Since > since || since is null ? member.Since : since;
        }

        return new(IsKnown: true, slot, since);
    }

    // The value at a step may have a derived type, whose members are also valid.
    private static ContractMember? MemberOf(ContractType type, string name) =>
        type.Members.GetValueOrDefault(name) ?? type.Derived.Select(derived => MemberOf(derived, name)).FirstOrDefault(member => member is not null);
}
