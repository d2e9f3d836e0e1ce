using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>
/// Finds all other privileges of the account: by <c>FetchUserPrivilegeOnEntities</c>, which includes its groups, or else by
/// its role at the root.
/// </summary>
internal sealed class EffectivePrivileges(CheckApi api, UserSession session)
{
    private ManagedObjectReference Manager => CheckApi.Require(api.Content.AuthorizationManager, "authorizationManager");

    /// <returns>Null if the account may use neither.</returns>
    public async Task<IReadOnlyList<string>?> FindBeyondReadingAsync(IReadOnlyList<ManagedObjectReference> objects, CancellationToken cancellationToken)
    {
        var all = await UnlessRefusedAsync(() => FetchAsync(objects, cancellationToken))
            ?? await UnlessRefusedAsync(() => OfRolesAsync(cancellationToken));
        return all is null ? null : [.. all.Where(VCenterPrivileges.GoesBeyondReading).Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>?> FetchAsync(IReadOnlyList<ManagedObjectReference> objects, CancellationToken cancellationToken)
    {
        if (session.UserName is not { } userName)
        {
            return null;
        }

        var results = await api.QueryAsync(
            api.Method(Manager, "AuthorizationManager.FetchUserPrivilegeOnEntities").WithBody(
                new FetchUserPrivilegeOnEntitiesParameters(objects, userName), CheckJson.Default.FetchUserPrivilegeOnEntitiesParameters),
            CheckJson.Default.UserPrivilegeResultArray,
            cancellationToken) ?? [];
        var all = results.SelectMany(result => result.Privileges ?? []).ToList();
        // vCenter grants nothing to a name that it does not find. This account can read, so such an answer says nothing about it.
        var isWhole = objects.All(each => results.Any(result => result.Entity == each && result.Privileges is not null));
        return all.Contains(VCenterPrivileges.Read) ? UnlessInDoubt(all, isWhole) : null;
    }

    private async Task<IReadOnlyList<string>?> OfRolesAsync(CancellationToken cancellationToken)
    {
        var roleIds = await api.ReadAsync(api.Content.RootFolder, "Folder.effectiveRole", CheckJson.Default.Int32Array, cancellationToken) ?? [];
        var roles = await api.ReadAsync(Manager, "AuthorizationManager.roleList", CheckJson.Default.AuthorizationRoleArray, cancellationToken) ?? [];
        var own = roles.Where(role => roleIds.Contains(role.RoleId)).ToList();
        return UnlessInDoubt([.. own.SelectMany(role => role.Privilege ?? [])], isWhole: own.Count > 0 && own.All(role => role.Privilege is not null));
    }

    // A missing list is not an empty list (facts.md#5.3).
    private static List<string>? UnlessInDoubt(List<string> privileges, bool isWhole) =>
        isWhole || privileges.Exists(VCenterPrivileges.GoesBeyondReading) ? privileges : null;

    private static async Task<IReadOnlyList<string>?> UnlessRefusedAsync(Func<Task<IReadOnlyList<string>?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (PlatformFailureException)
        {
            return null;
        }
    }

    internal sealed record FetchUserPrivilegeOnEntitiesParameters(IReadOnlyList<ManagedObjectReference> Entities, string UserName);

    internal sealed record UserPrivilegeResult(ManagedObjectReference Entity)
    {
        public IReadOnlyList<string>? Privileges { get; init; }
    }

    internal sealed record AuthorizationRole
    {
        public int RoleId { get; init; }

        public IReadOnlyList<string>? Privilege { get; init; }
    }
}
