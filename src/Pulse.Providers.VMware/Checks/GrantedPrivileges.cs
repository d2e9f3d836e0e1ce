using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Asks whether the session may read objects (<c>HasPrivilegeOnEntities</c>).</summary>
internal sealed class GrantedPrivileges(CheckApi api, UserSession session)
{
    public async Task<IReadOnlyCollection<ManagedObjectReference>> FindUnreadableAsync(
        IReadOnlyList<CheckedObject> objects, CancellationToken cancellationToken)
    {
        if (await AskAsync(objects, cancellationToken) is { } all)
        {
            return all;
        }

        // The question itself needs System.Read on each object (facts 5): asked one by one, a refusal is the answer.
        var unreadable = new List<ManagedObjectReference>();
        foreach (var each in objects)
        {
            unreadable.AddRange(await AskAsync([each], cancellationToken) ?? [each.Obj]);
        }

        return unreadable;
    }

    /// <returns>Null when the question is denied.</returns>
    private async Task<IReadOnlyCollection<ManagedObjectReference>?> AskAsync(IReadOnlyList<CheckedObject> objects, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await api.QueryAsync(
                CheckApi.Need(api.Content.AuthorizationManager, "authorizationManager"),
                "AuthorizationManager.HasPrivilegeOnEntities",
                new HasPrivilegeOnEntitiesParameters([.. objects.Select(each => each.Obj)], session.Key ?? "", [VCenterPrivileges.Read]),
                CheckJson.Default.HasPrivilegeOnEntitiesParameters,
                CheckJson.Default.EntityPrivilegeArray,
                cancellationToken) ?? [];
            return [.. answers.Where(answer => answer.PrivAvailability.Any(privilege => !privilege.IsGranted)).Select(answer => answer.Entity)];
        }
        catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
        {
            return null;
        }
    }
}

internal sealed record HasPrivilegeOnEntitiesParameters(
    IReadOnlyList<ManagedObjectReference> Entity, string SessionId, IReadOnlyList<string> PrivId);

internal sealed record EntityPrivilege(ManagedObjectReference Entity)
{
    public IReadOnlyList<PrivilegeAvailability> PrivAvailability { get; init; } = [];
}

internal sealed record PrivilegeAvailability(string PrivId, bool IsGranted);
