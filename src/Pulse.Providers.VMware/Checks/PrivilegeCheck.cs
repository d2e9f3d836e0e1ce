using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>
/// Compares what the account may do, at the root and on one object of each kind, with what reading needs. Needs no right
/// beyond Read-only itself (facts 5).
/// </summary>
internal static class PrivilegeCheck
{
    private const int PrivilegesNamed = 5;

    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        if (await SamplesAsync(api, cancellationToken) is not { } samples)
        {
            notes.Warn(
                FailureCategory.PermissionDenied,
                "The account has no permission at the vCenter root and sees nothing",
                InventorySummary.AssignReadOnly);
            return;
        }

        var session = await api.CurrentSessionAsync(cancellationToken) ?? new UserSession();
        var root = new CheckedObject(api.Content.RootFolder);
        var unreadable = await new GrantedPrivileges(api, session).FindUnreadableAsync([root, .. samples], cancellationToken);
        if (Missing(root, samples, unreadable, notes) is { } missing)
        {
            notes.Warn(FailureCategory.PermissionDenied, missing, InventorySummary.AssignReadOnly);
            return;
        }

        var beyond = await new EffectivePrivileges(api, session).FindBeyondReadingAsync([root, .. samples], cancellationToken);
        var granted = $"System.Read at the vCenter root and on a sample of {samples.Count} kinds of objects";
        if (beyond is null)
        {
            notes.Say($"{granted}; whether the account may do more than read could not be checked");
        }
        else if (beyond.Count > 0)
        {
            notes.Warn(FailureCategory.PermissionDenied, TooPowerful(beyond), "Give Pulse an account of its own with the role Read-only.");
        }
        else
        {
            notes.Say($"{granted}, and nothing beyond reading");
        }
    }

    /// <returns>Null when the account sees not even the root.</returns>
    private static async Task<IReadOnlyList<CheckedObject>?> SamplesAsync(CheckApi api, CancellationToken cancellationToken)
    {
        var samples = new List<CheckedObject>();
        try
        {
            foreach (var kind in SampledKinds.All.Keys)
            {
                samples.AddRange((await api.FirstAsync(kind, ["name"], 1, cancellationToken)).Objects.Take(1));
            }

            return samples;
        }
        catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
        {
            return null;
        }
    }

    private static string? Missing(
        CheckedObject root, IReadOnlyList<CheckedObject> samples, IReadOnlyCollection<ManagedObjectReference> unreadable, StepNotes notes)
    {
        var unreached = samples.Where(sample => unreadable.Contains(sample.Obj)).ToList();
        var named = string.Join(", ", unreached.Select(sample => sample.Describe(notes)));
        return (unreadable.Contains(root.Obj), samples.Count, unreached.Count) switch
        {
            (true, 0, _) => "The account lacks System.Read at the vCenter root and sees no object below it",
            (false, 0, _) => "The account sees no object below the vCenter root: its role does not propagate, or the vCenter is empty",
            (true, _, 0) => "The account lacks System.Read at the vCenter root: it sees only the part that its role is assigned to",
            (true, _, _) => $"The account lacks System.Read at the vCenter root and on {named}",
            (false, _, > 0) => $"System.Read does not reach {named}",
            _ => null,
        };
    }

    private static string TooPowerful(IReadOnlyList<string> beyond)
    {
        var named = string.Join(", ", beyond.Take(PrivilegesNamed));
        var more = beyond.Count > PrivilegesNamed ? $" and {beyond.Count - PrivilegesNamed} more" : "";
        return $"The account may do more than read: {named}{more}";
    }
}
