using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests;

/// <summary>Every release: Pulse reads the supported ones, and refuses the others.</summary>
public sealed class ProfileTests
{
    [Theory]
    [MemberData(nameof(VCenterProfiles.Supported), MemberType = typeof(VCenterProfiles))]
    public async Task The_main_job_is_done_on_every_supported_release(string name)
    {
        var profile = VCenterProfile.Named(name);
        await using var vcenter = await VCenterSimulator.StartAsync(new() { Profile = profile, Templates = 1, Folders = 2, ResourcePools = 1 });
        var sessions = profile.UnifiedSessions ? 1 : 2;
        await TestAsync(vcenter);
        vcenter.Sessions.OpenCount.Should().Be(0);

        await using var connection = new SimulatedConnection(vcenter);
        var first = await connection.PollAsync();
        Expect(first, vcenter, profile);
        vcenter.Sessions.OpenCount.Should().Be(sessions);

        var (unchanged, requests, bytes) = await connection.MeasureAsync();
        (requests, bytes).Should().Be((1, 0));
        unchanged.Should().BeEquivalentTo(first, options => options.Excluding(observed => observed.CollectedAt));

        await ChangeAsync(vcenter, connection, profile);

        vcenter.Sessions.DropAll();
        Expect(await connection.PollAsync(), vcenter, profile);
        connection.LastAttempt!.Steps.Should().ContainSingle();
        connection.Gate.Logins.Should().Be(2 * sessions);

        await connection.DisposeAsync();
        vcenter.Sessions.OpenCount.Should().Be(0);
        vcenter.Logins.Refused.Should().BeEmpty();
        connection.Log.Lines.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(VCenterProfiles.Supported), MemberType = typeof(VCenterProfiles))]
    public async Task A_server_without_a_session_left_is_told_and_nothing_is_left_behind(string name)
    {
        var profile = VCenterProfile.Named(name);
        await using var vcenter = await VCenterSimulator.StartAsync(new() { Profile = profile });
        await using var connection = new SimulatedConnection(vcenter);
        // If each family has its own session, the second login exceeds the limit.
        vcenter.Faults.SessionLimit = profile.UnifiedSessions ? 0 : 1;

        (await connection.Awaiting(it => it.PollAsync()).Should().ThrowAsync<PlatformFailureException>())
            .Which.Category.Should().Be(FailureCategory.SessionLimit);

        vcenter.Sessions.OpenCount.Should().Be(0);
        connection.Gate.Refused.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(VCenterProfiles.Refused), MemberType = typeof(VCenterProfiles))]
    public async Task What_cannot_be_read_is_told_apart_and_gets_no_password(string name)
    {
        var profile = VCenterProfile.Named(name);
        await using var vcenter = await VCenterSimulator.StartAsync(new() { Profile = profile });
        await using var connection = new SimulatedConnection(vcenter);

        var failure = (await connection.Awaiting(it => it.PollAsync()).Should().ThrowAsync<PlatformFailureException>()).Which;

        failure.Category.Should().Be(profile.IsHost ? FailureCategory.WrongSystem : FailureCategory.UnsupportedVersion);
        failure.Sentence.Should().Contain(profile.IsHost ? "ESXi" : profile.Release);
        (connection.Gate.Logins, vcenter.Logins.Accepted.Count, vcenter.Logins.Refused.Count).Should().Be((0, 0, 0));
    }

    private static async Task TestAsync(VCenterSimulator vcenter)
    {
        await using var test = new SimulatedConnection(vcenter);
        await test.ReadAsync(AttemptPurpose.Test);
        test.LastAttempt!.Steps.Should().HaveCount(14).And.OnlyContain(step => step.Outcome == StepOutcome.Passed);
    }

    private static async Task ChangeAsync(VCenterSimulator vcenter, SimulatedConnection connection, VCenterProfile profile)
    {
        var inventory = vcenter.Inventory;
        inventory.Remove(inventory.VirtualMachines[0]);
        inventory.AddVirtualMachine("new");
        inventory.AddHost("esx new");
        inventory.AddDatastore("ds new");
        inventory.AddNetwork("net new", isDistributed: true);
        inventory.AddOrphan("lost one");
        var hidden = inventory.AddUnreadable("hidden one");
        var closed = inventory.AddUnreadable("closed one", ObjectAccess.None);

        var (changed, requests, _) = await connection.MeasureAsync();
        Expect(changed, vcenter, profile);
        requests.Should().Be(4, "the changes, and the names of three");
        changed.Issues.Select(issue => (issue.Category, issue.Count, string.Join(',', issue.Names))).Should().Equal(
            (FailureCategory.PermissionDenied, 2, $"hidden one,{closed.Reference.Value}"), (FailureCategory.Unavailable, 1, "lost one"));

        (hidden.Access, closed.Access) = (ObjectAccess.Full, ObjectAccess.Full);
        (await connection.PollAsync()).Issues.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.Unavailable);
    }

    private static void Expect(Observed observed, VCenterSimulator vcenter, VCenterProfile profile)
    {
        var inventory = vcenter.Inventory;
        observed.Should().BeEquivalentTo(new
        {
            SystemId = vcenter.Options.InstanceUuid.ToString(),
            Version = profile.ProductVersion,
            profile.Build,
            AgentCount = inventory.Hosts.Count,
            VmCount = inventory.VirtualMachines.Count,
            StorageCount = inventory.Datastores.Count,
        });
        observed.Topology.Should().Equal(new Dictionary<string, int>
        {
            ["datacenters"] = inventory.Datacenters.Count,
            ["clusters"] = inventory.Clusters.Count,
            ["folders"] = inventory.All<Folder>().Count - 1,
            ["resourcePools"] = inventory.All<ResourcePool>().Count,
            ["networks"] = inventory.All<Network>().Count,
        });
        observed.Details.ToDictionary(detail => detail.Key, detail => detail.Value.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["apiRelease"] = profile.Release,
            ["sessionSharing"] = profile.UnifiedSessions ? "shared" : "separate",
            ["templateCount"] = inventory.Templates.Count.ToString(),
        });
    }
}
