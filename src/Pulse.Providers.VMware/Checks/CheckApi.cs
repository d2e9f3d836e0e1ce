using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Inventories;
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

/// <summary>The kinds of objects of which a test looks at some, each with the word for it.</summary>
internal static class SampledKinds
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Datacenter"] = "datacenter",
        ["HostSystem"] = "host",
        ["VirtualMachine"] = "virtual machine",
        ["Datastore"] = "datastore",
    };
}

/// <summary>A page of objects; the token says that there are more.</summary>
internal sealed record CheckedPage
{
    public static CheckedPage Empty { get; } = new();

    public string? Token { get; init; }

    public IReadOnlyList<CheckedObject> Objects { get; init; } = [];

    /// <exception cref="PlatformFailureException">Some objects may not be read.</exception>
    public CheckedPage Readable(string what)
    {
        var denied = Objects.Count(found => found.MissingSet is { Count: > 0 });
        return denied == 0 ? this : throw VCenterChecks.Denied($"{denied} of {Objects.Count} {what}", VCenterPrivileges.Read);
    }
}

/// <summary>What was read of one object.</summary>
internal sealed record CheckedObject(ManagedObjectReference Obj)
{
    public IReadOnlyList<CheckedProperty>? PropSet { get; init; }

    public IReadOnlyList<MissingProperty>? MissingSet { get; init; }

    public string Name => Value("name") is { ValueKind: JsonValueKind.String } name ? SystemText.Text(ObjectName.Decode(name.GetString()!)) : Obj.Value;

    /// <summary>A value without the box that an anyType slot may have (facts.md#2.26); undefined when it is unset.</summary>
    public JsonElement Value(string property) => Boxed.Open(PropSet?.FirstOrDefault(candidate => candidate.Name == property)?.Val ?? default);

    /// <summary>Its kind and its name, for a sentence of a step.</summary>
    public string Describe(StepNotes notes) => $"{SampledKinds.All.GetValueOrDefault(Obj.Type, Obj.Type)} '{notes.Name(Name)}'";
}

/// <summary>A property that was asked for and could not be read; the fault with it says no more than that here.</summary>
internal sealed record MissingProperty(string Path);

internal sealed record CheckedProperty(string Name)
{
    public JsonElement Val { get; init; }
}

internal static class Boxed
{
    public static JsonElement Open(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("_value", out var inner) ? inner : value;
}
