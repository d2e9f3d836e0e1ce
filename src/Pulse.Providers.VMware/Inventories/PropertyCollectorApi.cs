using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Parsing;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Views, filters and collectors of one session.</summary>
internal sealed class PropertyCollectorApi(ViJsonSession viJson, ServiceContent content, ObjectIds ids)
{
    private readonly VCenterHttp _http = viJson.Http;

    public Task<ManagedObjectReference> CreatePropertyCollectorAsync(CancellationToken cancellationToken) =>
        CreateAsync(viJson.Method("PropertyCollector.CreatePropertyCollector", content.PropertyCollector), cancellationToken);

    public Task<ManagedObjectReference> CreateContainerViewAsync(CancellationToken cancellationToken) =>
        CreateAsync(
            viJson.Method("ViewManager.CreateContainerView", content.ViewManager).WithBody(
                new CreateContainerViewParameters(content.RootFolder, [.. ObjectKinds.PropertiesByType.Keys], Recursive: true),
                VCenterJson.Default.CreateContainerViewParameters),
            cancellationToken);

    public Task<ManagedObjectReference> CreateFilterAsync(
        ManagedObjectReference collector, ManagedObjectReference view, CancellationToken cancellationToken) =>
        CreateAsync(
            viJson.Method("PropertyCollector.CreateFilter", collector)
                .WithBody(new CreateFilterParameters(SpecOf(view), PartialUpdates: false), VCenterJson.Default.CreateFilterParameters),
            cancellationToken);

    /// <param name="collector">The collector with the filter.</param>
    /// <param name="version">The version of the last answer; empty at the start.</param>
    /// <param name="repeatable">Whether the version may be used twice: that of a truncated answer may not (facts.md#3.10).</param>
    /// <param name="maxUpdates">The largest number of objects in the answer.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Null if nothing changed.</returns>
    public async Task<InventoryAnswer?> WaitForUpdatesExAsync(
        ManagedObjectReference collector, string version, bool repeatable, int maxUpdates, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(
            (viJson.Method("PropertyCollector.WaitForUpdatesEx", collector) with { Repeatable = repeatable }).WithBody(
                new WaitForUpdatesExParameters(version, new WaitOptions(MaxWaitSeconds: 0, maxUpdates)),
                VCenterJson.Default.WaitForUpdatesExParameters),
            cancellationToken);
        return answer is { Version: null or "" } ? throw new PlatformFailureException(FailureCategory.Protocol, "UpdateSet without a version") : answer;
    }

    /// <returns>Null if nothing matches.</returns>
    public Task<InventoryAnswer?> RetrievePropertiesExAsync(ManagedObjectReference view, int? pageSize, CancellationToken cancellationToken) =>
        ReadAsync(
            (viJson.Method("PropertyCollector.RetrievePropertiesEx", content.PropertyCollector) with { Repeatable = true }).WithBody(
                new RetrievePropertiesExParameters([SpecOf(view)], new RetrieveOptions(pageSize)),
                VCenterJson.Default.RetrievePropertiesExParameters),
            cancellationToken);

    /// <summary>Reads the next page. Never repeated: a token works once (facts.md#3.5).</summary>
    public Task<InventoryAnswer?> ContinueRetrievePropertiesExAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(
            viJson.Method("PropertyCollector.ContinueRetrievePropertiesEx", content.PropertyCollector).WithBody(
                new ContinueRetrievePropertiesExParameters(token), VCenterJson.Default.ContinueRetrievePropertiesExParameters),
            cancellationToken);

    public Task<string?> NameAsync(ManagedObjectReference entity, CancellationToken cancellationToken) =>
        _http.SendAsync(viJson.Property("ManagedEntity.name", entity), (_, body, token) => NameReader.ReadAsync(body, token), cancellationToken);

    public Task DestroyPropertyCollectorAsync(ManagedObjectReference collector, CancellationToken cancellationToken) =>
        _http.SendAsync(viJson.Method("PropertyCollector.DestroyPropertyCollector", collector), cancellationToken);

    public Task DestroyViewAsync(ManagedObjectReference view, CancellationToken cancellationToken) =>
        _http.SendAsync(viJson.Method("ContainerView.DestroyView", view), cancellationToken);

    private async Task<ManagedObjectReference> CreateAsync(VCenterRequest request, CancellationToken cancellationToken) =>
        await _http.SendAsync(request, VCenterJson.Default.ManagedObjectReference, cancellationToken)
        ?? throw new PlatformFailureException(FailureCategory.Protocol, $"{request.Operation} without an object");

    private Task<InventoryAnswer?> ReadAsync(VCenterRequest request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, (_, body, token) => InventoryAnswerReader.ReadAsync(body, ids, token), cancellationToken);

    private static PropertyFilterSpec SpecOf(ManagedObjectReference view) =>
        new(
            [.. ObjectKinds.PropertiesByType.Select(type => new PropertySpec(type.Key, type.Value))],
            [new ObjectSpec(view, Skip: true, [new TraversalSpec("view", "ContainerView", "view", Skip: false)])]);
}
