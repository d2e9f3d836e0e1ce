using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>
/// Asks whether the session may read objects (<c>HasPrivilegeOnEntities</c>). Only privileges that the answer grants count: the answer
/// may be null, and may omit objects and lists (facts.md#5.3).
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

        // The question itself needs System.Read on each object (facts.md#5.5): each object is asked separately, and a refusal is an answer.
        var unreadable = new List<ManagedObjectReference>();
        foreach (var each in objects)
        {
            unreadable.AddRange(await AskAsync([each], cancellationToken) ?? [each]);
        }

        return unreadable;
    }

    /// <returns>Null if the account may not ask the question.</returns>
    private async Task<IReadOnlyCollection<ManagedObjectReference>?> AskAsync(IReadOnlyList<ManagedObjectReference> objects, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await api.QueryAsync(
                api.Method(CheckApi.Require(api.Content.AuthorizationManager, "authorizationManager"), "AuthorizationManager.HasPrivilegeOnEntities").WithBody(
                    new HasPrivilegeOnEntitiesParameters(objects, session.Key ?? "", [VCenterPrivileges.Read]), CheckJson.Default.HasPrivilegeOnEntitiesParameters),
                CheckJson.Default.EntityPrivilegeArray,
                cancellationToken) ?? [];
            return [.. objects.Where(obj => !answers.Any(answer => answer.Entity == obj && answer.GrantsRead))];
        }
        catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
        {
            return null;
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
}
