using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>
/// Compares the account's rights, at the root and on one object of each kind, with the rights that reading needs. Needs no right
/// beyond Read-only itself (facts.md#5.2).
/// </summary>
internal static class PrivilegeCheck
{
    private const int PrivilegesNamed = 5;

    public static async Task RunAsync(CheckApi api, InventoryReader reader, StepNotes notes, CancellationToken cancellationToken)
    {
        var root = api.Content.RootFolder;
        var samples = SampledKinds.All.Keys.Select(reader.FirstOf).OfType<ManagedObjectReference>().ToList();
        var session = await api.CurrentSessionAsync(cancellationToken) ?? new UserSession();
        var unreadable = await new GrantedPrivileges(api, session).FindUnreadableAsync([root, .. samples], cancellationToken);
        var unreached = samples.Where(unreadable.Contains).ToList();
        var names = new List<string>();
        foreach (var sample in unreached)
        {
            names.Add($"{SampledKinds.All[sample.Type]} '{notes.Name(await reader.NameAsync(sample, cancellationToken))}'");
        }

        if (Missing(unreadable.Contains(root), samples.Count, string.Join(", ", names)) is { } missing)
        {
            notes.Warn(FailureCategory.PermissionDenied, missing, VCenterPrivileges.AssignReadOnly);
            return;
        }

        var granted = $"System.Read at the vCenter root and on a sample of {samples.Count} kinds of objects";
        await CheckBeyondAsync(new EffectivePrivileges(api, session), [root, .. samples], granted, notes, cancellationToken);
    }

    private static async Task CheckBeyondAsync(
        EffectivePrivileges effective, IReadOnlyList<ManagedObjectReference> objects, string granted, StepNotes notes, CancellationToken cancellationToken)
    {
        // Reported before the next question, so that these answers are kept even if the time is too short for the rest.
        notes.Say($"{granted}; whether the account may do more than read could not be checked");
        var beyond = await effective.FindBeyondReadingAsync(objects, cancellationToken);
        if (beyond is { Count: > 0 })
        {
            notes.Warn(FailureCategory.PermissionDenied, TooPowerful(beyond), "Give Pulse a dedicated account with the role Read-only.");
        }
        else if (beyond is not null)
        {
            notes.Say($"{granted}, and nothing beyond reading");
        }
    }

    private static string? Missing(bool root, int samples, string unreached) => (root, samples, unreached) switch
    {
        (true, 0, _) => "The account lacks System.Read at the vCenter root and sees no object below it",
        (false, 0, _) => "The account sees no object below the vCenter root: its role does not propagate, or the vCenter is empty",
        (true, _, "") => "The account lacks System.Read at the vCenter root: it sees only the part that its role is assigned to",
        (true, _, _) => $"The account lacks System.Read at the vCenter root and on {unreached}",
        (false, _, not "") => $"System.Read does not reach {unreached}",
        _ => null,
    };

    private static string TooPowerful(IReadOnlyList<string> beyond)
    {
        var named = string.Join(", ", beyond.Take(PrivilegesNamed));
        var more = beyond.Count > PrivilegesNamed ? $" and {beyond.Count - PrivilegesNamed} more" : "";
        return $"The account may do more than read: {named}{more}";
    }
}
