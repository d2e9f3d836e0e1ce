using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>Where the managers of a vCenter are; their ids are never assumed.</summary>
internal sealed record ServiceContent(
    AboutInfo About,
    ManagedObjectReference RootFolder,
    ManagedObjectReference PropertyCollector,
    ManagedObjectReference SessionManager,
    ManagedObjectReference ViewManager)
{
    public ManagedObjectReference? AuthorizationManager { get; init; }

    public ManagedObjectReference? EventManager { get; init; }

    public ManagedObjectReference? PerfManager { get; init; }

    /// <summary>The options of the server.</summary>
    public ManagedObjectReference? Setting { get; init; }
}

/// <summary>What a server says about itself before any login.</summary>
internal sealed record AboutInfo(string Name, string ApiType, string Version)
{
    public string? FullName { get; init; }

    public string? Build { get; init; }

    [JsonConverter(typeof(WireId))]
    public string? InstanceUuid { get; init; }
}

/// <summary>A login as VI JSON sees it. The key is not the token.</summary>
internal sealed record UserSession
{
    [JsonConverter(typeof(WireId))]
    public string? Key { get; init; }

    public string? UserName { get; init; }
}

/// <summary>The parameters of <c>SessionManager.Login</c>.</summary>
internal sealed record LoginParameters(string UserName, string Password)
{
    public override string ToString() => nameof(LoginParameters);
}

/// <summary>What <c>GET /api/appliance/system/version</c> answers, as far as it is used.</summary>
internal sealed record ApplianceVersion
{
    public string? Version { get; init; }
}

/// <summary>An item of an Automation API list, of which nothing is used but that it is there.</summary>
internal sealed record ListedObject;
