namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>ViewManager.CreateContainerView</c>.</summary>
internal sealed record CreateContainerViewParameters(ManagedObjectReference Container, IReadOnlyList<string> Type, bool Recursive);

/// <summary>The parameters of <c>PropertyCollector.CreateFilter</c>.</summary>
internal sealed record CreateFilterParameters(PropertyFilterSpec Spec, bool PartialUpdates);

/// <summary>The parameters of <c>PropertyCollector.WaitForUpdatesEx</c>.</summary>
internal sealed record WaitForUpdatesExParameters(string Version, WaitOptions Options);

/// <summary>The parameters of <c>PropertyCollector.RetrievePropertiesEx</c>.</summary>
internal sealed record RetrievePropertiesExParameters(IReadOnlyList<PropertyFilterSpec> SpecSet, RetrieveOptions Options);

/// <summary>The parameters of <c>PropertyCollector.ContinueRetrievePropertiesEx</c>.</summary>
internal sealed record ContinueRetrievePropertiesExParameters(string Token);

internal sealed record PropertyFilterSpec(IReadOnlyList<PropertySpec> PropSet, IReadOnlyList<ObjectSpec> ObjectSet) : DataObject;

internal sealed record PropertySpec(string Type, IReadOnlyList<string> PathSet) : DataObject;

internal sealed record ObjectSpec(ManagedObjectReference Obj, bool Skip, IReadOnlyList<TraversalSpec> SelectSet) : DataObject;

internal sealed record TraversalSpec(string Name, string Type, string Path, bool Skip) : DataObject;

/// <summary>No wait is one calculation whose answer comes at once; the server may cut the updates further (facts.md#3.14).</summary>
internal sealed record WaitOptions(int MaxWaitSeconds, int MaxObjectUpdates) : DataObject;

/// <summary>Without a maximum the server still may cut the answer (facts.md#3.4): a token is always followed.</summary>
internal sealed record RetrieveOptions(int? MaxObjects) : DataObject;
