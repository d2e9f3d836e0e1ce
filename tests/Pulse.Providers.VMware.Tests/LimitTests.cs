using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Tests;

/// <summary>One vCenter can fill only a limited part of Pulse's memory.</summary>
public sealed class LimitTests
{
    private readonly ReadLimits _limits = new() { Objects = 100, Ids = 100 };

    [Fact]
    public void More_objects_than_allowed_are_a_protocol_failure_that_names_the_setting()
    {
        var ids = new ObjectIds(_limits);
        var inventory = new Inventory(ids, _limits);
        var enter = (int number) => inventory.Apply(
            new ObjectUpdate(ids.KeyOf(ObjectKind.VirtualMachine, $"vm-{number}")) { Kind = UpdateKind.Enter });
        for (var number = 0; number < 100; number++)
        {
            enter(number);
        }

        var failure = enter.Invoking(one => one(100)).Should().Throw<PlatformFailureException>().Which;

        (failure.Category, failure.Detail).Should().Be((FailureCategory.Protocol, "Pulse:Limits:Objects = 100"));
    }

    [Fact]
    public void More_ids_of_an_unusual_form_than_allowed_are_a_protocol_failure_and_a_rebuild_drops_them()
    {
        var ids = new ObjectIds(_limits);
        for (var number = 0; number < 100; number++)
        {
            ids.KeyOf(ObjectKind.VirtualMachine, $"odd-{number}-id");
        }

        ids.IsNearlyFull.Should().BeTrue();
        ids.Invoking(full => full.KeyOf(ObjectKind.VirtualMachine, "one-more-id")).Should().Throw<PlatformFailureException>()
            .Which.Detail.Should().Be("Pulse:Limits:Ids = 100");

        ids.Clear();

        (ids.IsNearlyFull, ids.Generation).Should().Be((false, 1));
        ids.TextOf(ids.KeyOf(ObjectKind.VirtualMachine, "one-more-id")).Should().Be("one-more-id");
    }
}
