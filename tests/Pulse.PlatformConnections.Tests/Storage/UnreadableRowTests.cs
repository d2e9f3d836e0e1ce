using System.Net;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Storage;

public sealed class UnreadableRowTests
{
    // The clock moves by an interval while a poll with a random start may run: that poll must not time out.
    private static readonly Dictionary<string, string> Patient = new() { ["Pulse:Polling:TimeoutSeconds"] = "600" };

    [Theory]
    [InlineData("Texts", "{ no json")]
    [InlineData("Texts", "null")]
    [InlineData("Texts", """{"owner":null}""")]
    [InlineData("ProtectedSecrets", "{ no json")]
    [InlineData("ProtectedSecrets", "[]")]
    public async Task Settings_that_cannot_be_read_suspend_their_connection_only_until_they_are_entered_again(string column, string value)
    {
        await using var host = BoxHost.Start(Patient);
        var (damaged, other) = await CreateTwoAsync(host);
        await host.RestartAsync(() => Damage(host, "Connections", column, value));

        var shown = await host.GetAsync(damaged);
        shown["poll"]!.Text("state").Should().Be("suspended");
        shown["poll"]!.Text("suspendedReason").Should().Contain("cannot be read").And.Contain("enter its account and its secrets again");
        shown["poll"]!["nextAttemptAt"].Should().BeNull();
        shown["apiKey"].Should().BeNull();
        host.Host.Logs.Lines.Should().Contain(line => line.Contains(damaged, StringComparison.Ordinal) && line.Contains("cannot be read", StringComparison.Ordinal));
        await SeePolledAgainAsync(host, other);
        host.Boxes.At("cellar.example").Reads.Should().Be(1, "it was polled before the damage only");

        using var kept = await host.PutAsync(damaged, BoxHost.Draft("Cellar", "cellar.example", "********"));
        (await kept.ProblemAsync(400))["errors"]!["apiKey"].Should().NotBeNull();
        await host.UpdateAsync(damaged, BoxHost.Draft("Cellar", "cellar.example"));

        await host.SeeStateAsync(damaged, "healthy");
        await host.RestartAsync();
        (await host.GetAsync(damaged))["poll"]!.Text("state").Should().Be("healthy", "the edit overwrote what could not be read");
    }

    [Theory]
    [InlineData("Recent", "{ no json")]
    [InlineData("Recent", "[null]")]
    [InlineData("Observed", "{}")]
    [InlineData("LastError", "{ no json")]
    [InlineData("LastError", """{"category":"of_a_newer_version"}""")]
    [InlineData("Outcome", "Sideways")]
    [InlineData("Outcome", "77")]
    [InlineData("LastAttemptAt", "yesterday")]
    [InlineData("LastSuccessAt", "2026-99-99")]
    [InlineData("NextAttemptAt", "soon")]
    public async Task Health_that_cannot_be_read_is_forgotten_and_the_next_poll_writes_it_anew(string column, string value)
    {
        await using var host = BoxHost.Start(Patient);
        var (damaged, other) = await CreateTwoAsync(host);
        await host.RestartAsync(() => Damage(host, "PollHealth", column, value));

        (await host.ListAsync()).Should().HaveCount(2);
        await SeePolledAgainAsync(host, other);
        await host.SeeStateAsync(damaged, "healthy");
        await host.SeeAsync(damaged, poll => poll["lastAttemptAt"] is not null && poll["recent"]!.AsArray().Count > 0);
    }

    [Theory]
    [InlineData("CreatedAt")]
    [InlineData("UpdatedAt")]
    public async Task A_time_of_a_connection_that_cannot_be_read_hides_no_connection(string column)
    {
        await using var host = BoxHost.Start(Patient);
        var (damaged, _) = await CreateTwoAsync(host);
        await host.RestartAsync(() => Damage(host, "Connections", column, "once"));

        await SeePolledAgainAsync(host, damaged);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_read_can_be_deleted()
    {
        await using var host = BoxHost.Start(Patient);
        var (damaged, other) = await CreateTwoAsync(host);
        await host.RestartAsync(() => Damage(host, "Connections", "Texts", "{ no json"));

        using var deleted = await host.Client.DeleteAsync(new Uri($"api/box/connections/{damaged}", UriKind.Relative));

        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.ListAsync()).Should().ContainSingle().Which!.Text("id").Should().Be(other);
    }

    [Fact]
    public async Task A_refused_login_of_unknown_age_is_not_tried_again()
    {
        await using var host = BoxHost.Start(Patient);
        var id = (await host.CreateAsync(BoxHost.Draft("Cellar", "cellar.example", "wrong-key"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");
        await host.RestartAsync(() => StoreTests.Execute(host, "UPDATE RefusedLogins SET At = 'once'"));

        using var tested = await host.PostAsync($"/{id}/test", null);

        host.Boxes.At("cellar.example").RefusedLogins.Should().Be(1);
        (await tested.ReadAsync()).Text("code").Should().Be("auth_hold");
    }

    private static async Task<(string Damaged, string Other)> CreateTwoAsync(BoxHost host)
    {
        var damaged = (await host.CreateAsync(BoxHost.Draft("Cellar", "cellar.example"))).Text("id")!;
        var other = (await host.CreateAsync(BoxHost.Draft("Attic", "attic.example"))).Text("id")!;
        await host.SeeStateAsync(damaged, "healthy");
        await host.SeeStateAsync(other, "healthy");
        return (damaged, other);
    }

    private static async Task SeePolledAgainAsync(BoxHost host, string id)
    {
        await host.Clock.WhenArmedAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count >= 2 && poll.Text("state") == "healthy");
    }

    private static void Damage(BoxHost host, string table, string column, string value) => StoreTests.Execute(
        host,
        $"UPDATE {table} SET {column} = '{value}' WHERE {(table == "Connections" ? "Id" : "ConnectionId")} = (SELECT Id FROM Connections WHERE Name = 'Cellar')");
}
