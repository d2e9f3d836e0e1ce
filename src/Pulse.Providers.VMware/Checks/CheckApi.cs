using System.Text.Json.Serialization.Metadata;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Small reads in the session of a test.</summary>
internal sealed class CheckApi(VCenterSignIn signIn)
{
    // The view and the pages not asked for end with the session, which a test ends right after its last read.
    private ManagedObjectReference? _view;

    public ServiceContent Content => signIn.System.Content;

    public Task<T?> ReadAsync<T>(ManagedObjectReference target, string operation, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        signIn.ViJson.ReadAsync(operation, target, type, signIn.Login.ViJsonSessionId, cancellationToken);

    public Task<UserSession?> CurrentSessionAsync(CancellationToken cancellationToken) =>
        signIn.ViJson.CurrentSessionAsync(Content.SessionManager, signIn.Login.ViJsonSessionId, cancellationToken);

    public Task<T?> QueryAsync<T>(ManagedObjectReference target, string operation, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        signIn.ViJson.QueryAsync(operation, target, type, signIn.Login.ViJsonSessionId, cancellationToken);

    public Task<TResult?> QueryAsync<TParameters, TResult>(
        ManagedObjectReference target,
        string operation,
        TParameters parameters,
        JsonTypeInfo<TParameters> parametersType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class =>
        signIn.ViJson.QueryAsync(operation, target, parameters, parametersType, resultType, signIn.Login.ViJsonSessionId, cancellationToken);

    /// <summary>Reads properties of the first objects of a type, wherever they are below the root folder.</summary>
    public async Task<CheckedPage> FirstAsync(string type, IReadOnlyList<string> properties, int count, CancellationToken cancellationToken)
    {
        _view ??= await QueryAsync(
            Content.ViewManager,
            "ViewManager.CreateContainerView",
            new CreateContainerViewParameters(Content.RootFolder, [.. SampledKinds.All.Keys], Recursive: true),
            VCenterJson.Default.CreateContainerViewParameters,
            VCenterJson.Default.ManagedObjectReference,
            cancellationToken) ?? throw new PlatformFailureException(FailureCategory.Protocol, "CreateContainerView without a view");
        var parameters = new RetrievePropertiesExParameters(
            [
                new PropertyFilterSpec(
                    [new PropertySpec(type, properties)],
                    [new ObjectSpec(_view, Skip: true, [new TraversalSpec("view", "ContainerView", "view", Skip: false)])]),
            ],
            new RetrieveOptions(count));
        return await QueryAsync(
            Content.PropertyCollector,
            "PropertyCollector.RetrievePropertiesEx",
            parameters,
            VCenterJson.Default.RetrievePropertiesExParameters,
            CheckJson.Default.CheckedPage,
            cancellationToken) ?? CheckedPage.Empty;
    }

    /// <summary>A manager that a test needs and that every vCenter has.</summary>
    public static ManagedObjectReference Need(ManagedObjectReference? manager, string name) =>
        manager ?? throw new PlatformFailureException(FailureCategory.Protocol, $"ServiceContent without {name}");
}
