using System.Text.Json.Serialization.Metadata;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Small reads in the session of a test.</summary>
internal sealed class CheckApi(SignInResult signIn)
{
    // The view and unread pages end with the session, which a test ends right after its last read.
    private ManagedObjectReference? _view;

    public ServiceContent Content => signIn.System.Content;

    public Task<UserSession?> CurrentSessionAsync(CancellationToken cancellationToken) =>
        signIn.ViJson.CurrentSessionAsync(Content.SessionManager, cancellationToken);

    public Task<T?> ReadAsync<T>(ManagedObjectReference target, string operation, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        signIn.ViJson.ReadAsync(operation, target, type, cancellationToken);

    public VCenterRequest Method(ManagedObjectReference target, string operation) => signIn.ViJson.Method(operation, target);

    public Task<T?> QueryAsync<T>(VCenterRequest method, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        signIn.ViJson.QueryAsync(method, type, cancellationToken);

    /// <summary>Reads properties of the first objects of a type, anywhere below the root folder.</summary>
    public async Task<CheckedPage> FirstAsync(string type, IReadOnlyList<string> properties, int count, CancellationToken cancellationToken)
    {
        _view ??= await QueryAsync(
            Method(Content.ViewManager, "ViewManager.CreateContainerView").WithBody(
                new CreateContainerViewParameters(Content.RootFolder, [.. SampledKinds.All.Keys], Recursive: true),
                VCenterJson.Default.CreateContainerViewParameters),
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
            Method(Content.PropertyCollector, "PropertyCollector.RetrievePropertiesEx").WithBody(
                parameters, VCenterJson.Default.RetrievePropertiesExParameters),
            CheckJson.Default.CheckedPage,
            cancellationToken) ?? CheckedPage.Empty;
    }

    /// <summary>Returns a manager that every vCenter has and that a test needs.</summary>
    public static ManagedObjectReference Require(ManagedObjectReference? manager, string name) =>
        manager ?? throw new PlatformFailureException(FailureCategory.Protocol, $"ServiceContent without {name}");
}
