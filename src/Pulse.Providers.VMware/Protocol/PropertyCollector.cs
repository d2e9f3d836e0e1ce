namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>ViewManager.CreateContainerView</c>.</summary>
internal sealed record CreateContainerViewParameters(ManagedObjectReference Container, IReadOnlyList<string> Type, bool Recursive);

/// <summary>The parameters of <c>PropertyCollector.RetrievePropertiesEx</c>.</summary>
internal sealed record RetrievePropertiesExParameters(IReadOnlyList<PropertyFilterSpec> SpecSet, RetrieveOptions Options);

/// <summary>The parameters of <c>PropertyCollector.ContinueRetrievePropertiesEx</c>.</summary>
internal sealed record ContinueRetrievePropertiesExParameters(string Token);

internal sealed record PropertyFilterSpec(IReadOnlyList<PropertySpec> PropSet, IReadOnlyList<ObjectSpec> ObjectSet) : DataObject;

internal sealed record PropertySpec(string Type, IReadOnlyList<string> PathSet) : DataObject;

internal sealed record ObjectSpec(ManagedObjectReference Obj, bool Skip, IReadOnlyList<TraversalSpec> SelectSet) : DataObject;

internal sealed record TraversalSpec(string Name, string Type, string Path, bool Skip) : DataObject;

/// <summary>Without a maximum the server still may cut the answer (facts 3): a token is always followed.</summary>
internal sealed record RetrieveOptions(int? MaxObjects) : DataObject;

/// <summary>A page of objects, and the token for the next one if there is one.</summary>
internal sealed record RetrieveResult
{
    public string? Token { get; init; }

    public IReadOnlyList<ObjectContent>? Objects { get; init; }
}

/// <summary>What was read of one object: unset properties are in neither set, unreadable ones in the missing set.</summary>
internal sealed record ObjectContent(ManagedObjectReference Obj)
{
    public IReadOnlyList<DynamicProperty>? PropSet { get; init; }

    public IReadOnlyList<MissingProperty>? MissingSet { get; init; }
}

internal sealed record DynamicProperty(string Name)
{
    public PropertyValue Val { get; init; }
}

internal sealed record MissingProperty(string Path)
{
    public NestedFault? Fault { get; init; }
}
