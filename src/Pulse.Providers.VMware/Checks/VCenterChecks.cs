using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Checks;

/// <summary>The steps that only a test takes: the check of privileges, and one small read of each kind of data in addition to the inventory.</summary>
internal static class VCenterChecks
{
    public const string Privileges = "privileges";

    // The minimal privilege of each read, for a refusal that names no privilege (facts.md#5.1).
    private static readonly (string Name, string What, string Privilege, Func<CheckApi, StepNotes, CancellationToken, Task> Run)[] All =
    [
        ("datastores", "datastores", VCenterPrivileges.Read, DatastoreCheck.RunAsync),
        ("alarms", "triggered alarms", VCenterPrivileges.View, AlarmCheck.RunAsync),
        ("events", "events", VCenterPrivileges.View, EventCheck.RunAsync),
        ("snapshots", "snapshots", VCenterPrivileges.Read, SnapshotCheck.RunAsync),
        ("performance", "statistics", VCenterPrivileges.View, PerformanceCheck.RunAsync),
    ];

    /// <summary>The reads, in order.</summary>
    public static IReadOnlyList<string> Reads { get; } = [.. All.Select(check => check.Name)];

    /// <summary>Runs all reads after the inventory, which a poll needs, too.</summary>
    public static async Task RunAsync(SignInResult signIn, InventoryReader reader, Attempt attempt, CancellationToken cancellationToken)
    {
        var api = new CheckApi(signIn);
        await attempt.TryStepAsync(
            Privileges, (notes, token) => PrivilegeCheck.RunAsync(api, reader, notes, token), cancellationToken);
        foreach (var (name, what, privilege, run) in All)
        {
            await attempt.TryStepAsync(
                name,
                async (notes, token) =>
                {
                    try
                    {
                        await run(api, notes, token);
                    }
                    catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
                    {
                        throw Denied(what, denied.Privilege ?? privilege, denied.Detail);
                    }
                },
                cancellationToken);
        }
    }

    /// <summary>A read that the account has no right for.</summary>
    public static PlatformFailureException Denied(string what, string privilege, string? detail = null) =>
        new(FailureCategory.PermissionDenied, detail)
        {
            Sentence = $"Reading {what} is denied: the account lacks {privilege}.",
            Remedy = VCenterPrivileges.Reading.Contains(privilege)
                ? $"{VCenterPrivileges.AssignReadOnly} If it is, look there under Permissions for an entry of the account or its groups that replaces it."
                : $"Add {privilege} to the role of the account at the vCenter root.",
        };
}
