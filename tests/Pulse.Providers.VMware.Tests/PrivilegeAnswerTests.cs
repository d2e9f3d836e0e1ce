using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>A privilege is granted only if the answer says so. The answer may be null, and may omit objects and lists.</summary>
public sealed class PrivilegeAnswerTests : VCenterTests
{
    private const string Granted = "POST HasPrivilegeOnEntities";
    private const string Effective = "POST FetchUserPrivilegeOnEntities";
    private const string Root = """{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"}""";
    private const string Yes = """[{"_typeName":"PrivilegeAvailability","privId":"System.Read","isGranted":true}]""";

    public static TheoryData<string?> NothingGranted => new()
    {
        (string?)null,
        "null",
        "[]",
        $$"""[{"_typeName":"EntityPrivilege","entity":{{Root}}}]""",
        $$"""[{"_typeName":"EntityPrivilege","entity":{{Root}},"privAvailability":null}]""",
        $$"""[{"_typeName":"EntityPrivilege","entity":{{Root}},"privAvailability":[]}]""",
        $$"""[{"_typeName":"EntityPrivilege","entity":{{Root}},"privAvailability":[{"_typeName":"PrivilegeAvailability","privId":"System.View","isGranted":true}]}]""",
        """[{"_typeName":"EntityPrivilege","entity":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-of-another"},"privAvailability":YES}]"""
            .Replace("YES", Yes, StringComparison.Ordinal),
    };

    [Theory]
    [MemberData(nameof(NothingGranted))]
    public async Task An_answer_that_grants_nothing_is_no_grant(string? body)
    {
        On(Granted, Respond(200, body));

        (await PrivilegesAsync()).Should().StartWith("Warning: The account lacks System.Read at the vCenter root and on datacenter");
    }

    [Fact]
    public async Task An_object_that_the_answer_leaves_out_is_not_granted()
    {
        On(Granted, Respond(200, $$"""[{"_typeName":"EntityPrivilege","entity":{{Root}},"privAvailability":{{Yes}}}]"""));

        (await PrivilegesAsync()).Should().StartWith("Warning: System.Read does not reach datacenter");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("""[{"_typeName":"UserPrivilegeResult","entity":ROOT}]""")]
    [InlineData("""[{"_typeName":"UserPrivilegeResult","entity":ROOT,"privileges":null}]""")]
    [InlineData("""[{"_typeName":"UserPrivilegeResult","entity":ROOT,"privileges":["System.Anonymous","System.View","System.Read"]}]""")]
    public async Task An_answer_that_leaves_something_out_does_not_say_that_the_account_can_only_read(string? body)
    {
        GrantAll();
        On(Effective, Respond(200, body?.Replace("ROOT", Root, StringComparison.Ordinal)));
        On("GET effectiveRole", Respond(200, "[-2]"));
        On("GET roleList", Respond(200, """[{"_typeName":"AuthorizationRole","roleId":-2,"system":true,"name":"ReadOnly"}]"""));

        (await PrivilegesAsync()).Should().StartWith("Passed: System.Read at the vCenter root")
            .And.EndWith("whether the account may do more than read could not be checked");
    }

    [Fact]
    public async Task What_an_answer_in_part_shows_beyond_reading_is_warned_of()
    {
        GrantAll();
        On(Effective, Respond(200, $$"""[{"_typeName":"UserPrivilegeResult","entity":{{Root}},"privileges":["System.Read","VirtualMachine.Interact.PowerOff"]}]"""));

        (await PrivilegesAsync()).Should().Be("Warning: The account may do more than read: VirtualMachine.Interact.PowerOff");
    }

    private void GrantAll() => On(Granted, With((http, _) =>
    {
        var answers = JsonNode.Parse(Requests[^1].Body)!["entity"]!.AsArray()
            .Select(entity => $$"""{"_typeName":"EntityPrivilege","entity":{{entity!.ToJsonString()}},"privAvailability":{{Yes}}}""");
        return http.Response.WriteAsync($"[{string.Join(',', answers)}]");
    }));

    private async Task<string> PrivilegesAsync()
    {
        await ReadAsync(AttemptPurpose.Test);
        var step = LastAttempt.Steps.Single(candidate => candidate.Name == "privileges");
        return $"{step.Outcome}: {step.Summary}";
    }
}
