using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>
/// Asks whether the session may read objects (<c>HasPrivilegeOnEntities</c>). Only what the answer says is granted is: it
/// may be null, and leave out objects and lists (facts.md#5.3).
/// </summary>
internal sealed class GrantedPrivileges(CheckApi api, UserSession session)
{
    public async Task<IReadOnlyCollection<ManagedObjectReference>> FindUnreadableAsync(
        IReadOnlyList<ManagedObjectReference> objects, CancellationToken cancellationToken)
    {
        if (await AskAsync(objects, cancellationToken) is { } all)
        {
            return all;
        }

        // The question itself needs System.Read on each object (facts.md#5.5): asked one by one, a refusal is the answer.
        var unreadable = new List<ManagedObjectReference>();
        foreach (var each in objects)
        {
            unreadable.AddRange(await AskAsync([each], cancellationToken) ?? [each]);
        }

        return unreadable;
    }

    /// <returns>Null when the question is denied.</returns>
    private async Task<IReadOnlyCollection<ManagedObjectReference>?> AskAsync(IReadOnlyList<ManagedObjectReference> objects, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await api.QueryAsync(
                CheckApi.Need(api.Content.AuthorizationManager, "authorizationManager"),
                "AuthorizationManager.HasPrivilegeOnEntities",
                new HasPrivilegeOnEntitiesParameters(objects, session.Key ?? "", [VCenterPrivileges.Read]),
                CheckJson.Default.HasPrivilegeOnEntitiesParameters,
                CheckJson.Default.EntityPrivilegeArray,
                cancellationToken) ?? [];
            return [.. objects.Where(obj => !answers.Any(answer => answer.Entity == obj && answer.GrantsRead))];
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
    public IReadOnlyList<PrivilegeAvailability>? PrivAvailability { get; init; }

    public bool GrantsRead => PrivAvailability?.Any(privilege => privilege is { PrivId: VCenterPrivileges.Read, IsGranted: true }) == true;
}

internal sealed record PrivilegeAvailability(string PrivId, bool IsGranted);
