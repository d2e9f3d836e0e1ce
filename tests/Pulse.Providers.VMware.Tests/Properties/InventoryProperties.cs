using CsCheck;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Tests.Properties;

/// <summary>The inventory applies changes and never counts again. So each of its counts must equal a fresh count.</summary>
public sealed class InventoryProperties
{
    private const int Tries = 1_000;

    private static readonly ObjectKind[] Kinds = [ObjectKind.Host, ObjectKind.VirtualMachine, ObjectKind.Datastore, ObjectKind.Folder];

    // There are few objects, so that several changes apply to the same one.
    private static readonly Gen<ObjectKey> Keys = Gen.Select(Gen.OneOf(Kinds), Gen.UInt[1, 4], (kind, number) => new ObjectKey(kind, 0, number));

    private static readonly Gen<ObjectUpdate> Updates = Gen.Select(
        Keys,
        Gen.OneOf(UpdateKind.Enter, UpdateKind.Modify, UpdateKind.Leave),
        Gen.Int[0, 7],
        Gen.Int[0, 7],
        Gen.Int[0, 15],
        Gen.OneOf(UnreadableReason.NotAuthenticated, UnreadableReason.Of(FailureCategory.PermissionDenied), UnreadableReason.Of(FailureCategory.Unavailable)),
        (key, kind, assigned, flags, missing, reason) => new ObjectUpdate(key)
        {
            Kind = kind,
            Assigned = (ObjectProperties)assigned,
            Flags = (ObjectFlags)flags,
            Missing = (ObjectProperties)missing,
            Reason = missing == 0 ? default : reason,
        });

    [Fact]
    public void Kept_counts_equal_counts_made_anew() => Updates.Array[0, 40].Sample(
        updates =>
        {
            var states = new Dictionary<ObjectKey, ObjectState>();
            foreach (var update in updates)
            {
                states[update.Key] = update.ApplyTo(states.GetValueOrDefault(update.Key));
                if (update.Kind == UpdateKind.Leave)
                {
                    states.Remove(update.Key);
                }
            }

            var inventory = Of(updates);
            return inventory.Count == states.Count
                && inventory.TemplateCount == states.Count(entry => entry.Value.IsTemplate)
                && inventory.NotAuthenticatedCount == states.Count(entry => entry.Value.IsNotAuthenticated)
                && Kinds.All(kind => inventory.CountOf(kind) == states.Count(entry => entry.Key.Kind == kind)
                    - (kind == ObjectKind.VirtualMachine ? inventory.TemplateCount : 0))
                && IssueKind.All.All(issue => inventory.CountOf(issue) == states.Count(entry => issue.Concerns(entry.Key.Kind, entry.Value)));
        },
        iter: Tries,
        threads: 1);

    [Fact]
    public void Changes_of_different_objects_come_in_any_order() => Updates.Array[0, 40].Sample(
        updates =>
        {
            var sorted = Of(updates.OrderBy(update => update.Key.Packed));
            var inventory = Of(updates);

            return inventory.DifferencesFrom(sorted) == 0 && IssueKind.All.All(issue => inventory.CountOf(issue) == sorted.CountOf(issue));
        },
        iter: Tries,
        threads: 1);

    [Fact]
    public void An_answer_that_comes_again_changes_nothing() => Gen.Select(Updates.Array[0, 20], Updates).Sample(
        (updates, last) => Of([.. updates, last]).DifferencesFrom(Of([.. updates, last, last])) == 0, iter: Tries, threads: 1);

    [Fact]
    public void An_object_that_enters_again_starts_anew() => Gen.Select(Updates.Array[0, 20], Updates).Sample(
        (updates, last) =>
        {
            var entered = last with { Kind = UpdateKind.Enter };
            return Of([.. updates, entered]).DifferencesFrom(Of([.. updates.Where(update => update.Key != last.Key), entered])) == 0;
        },
        iter: Tries,
        threads: 1);

    private static Inventory Of(IEnumerable<ObjectUpdate> updates)
    {
        var limits = new ReadLimits();
        var inventory = new Inventory(new ObjectIds(limits), limits);
        foreach (var update in updates)
        {
            inventory.Apply(update);
        }

        return inventory;
    }
}
