using System.Collections.Concurrent;
using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>A parsed PropertyFilterSpec: the entities that it selects, and the properties of each type.</summary>
internal sealed class FilterPlan
{
    private readonly Dictionary<string, PropertyDefinition[]> _propertiesBySpec = [];
    private readonly ConcurrentDictionary<string, PropertyDefinition[]?> _propertiesByType = [];
    private readonly List<Func<ManagedEntity, bool>> _selections = [];
    private readonly Inventory _inventory;

    public FilterPlan(JsonElement spec, Inventory inventory, Func<ManagedObjectReference, ContainerView> findView)
    {
        _inventory = inventory;
        foreach (var properties in spec.Array("propSet"))
        {
            AddProperties(properties);
        }

        foreach (var selected in spec.Array("objectSet"))
        {
            AddSelection(selected, findView, spec.Boolean("reportMissingObjectsInResults"));
        }
    }

    /// <summary>The properties to report of an entity; null if the entity is not selected.</summary>
    public PropertyDefinition[]? PropertiesOf(ManagedEntity entity) =>
        PropertiesOf(entity.Reference.Type) is { } properties && _selections.Exists(selects => selects(entity)) && _inventory.Shows(entity)
            ? properties
            : null;

    // The spec of the nearest base type applies: Network to a DistributedVirtualPortgroup.
    private PropertyDefinition[]? PropertiesOf(string type) => _propertiesByType.GetOrAdd(
        type,
        static (concrete, bySpec) => VimTypes.WithBases(concrete).Select(bySpec.GetValueOrDefault).FirstOrDefault(properties => properties is not null),
        _propertiesBySpec);

    private void AddProperties(JsonElement spec)
    {
        var type = spec.String("type");
        if (!VimTypes.IsKnown(type))
        {
            throw VimFault.InvalidType(type).Exception();
        }

        _propertiesBySpec[type] = spec.Boolean("all")
            ? PropertyCatalogue.TopLevelOf(type)
            : [.. spec.Strings("pathSet").Select(path => PropertyCatalogue.Find(type, path) ?? throw PropertyCatalogue.Unknown(type, path))];
    }

    private void AddSelection(JsonElement spec, Func<ManagedObjectReference, ContainerView> findView, bool toleratesMissing)
    {
        var reference = spec.Reference("obj");
        if (VimTypes.Is(reference.Type, "View"))
        {
            AddView(spec, findView(reference));
            return;
        }

        if (spec.Array("selectSet").Any())
        {
            throw VimFault.InvalidArgument("selectSet", "The simulator follows only the path view of a ContainerView.").Exception();
        }

        if (_inventory.Find(reference.Value) is { } entity)
        {
            _selections.Add(other => ReferenceEquals(entity, other));
        }
        else if (!toleratesMissing)
        {
            throw VimFault.ManagedObjectNotFound(reference).Exception();
        }
    }

    private void AddView(JsonElement spec, ContainerView view)
    {
        foreach (var traversal in spec.Array("selectSet"))
        {
            if (!VimTypes.Is("ContainerView", traversal.String("type")))
            {
                throw VimFault.InvalidArgument("type").Exception();
            }

            if (traversal.String("path") != "view")
            {
                throw VimFault.InvalidProperty(traversal.String("path")).Exception();
            }

            _selections.Add(view.Contains);
        }
    }
}
