using System.Net;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class MergeTests
{
    [Fact]
    public async Task A_listed_connection_can_be_edited_and_sent_back()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var listed = await host.SeeStateAsync(id, "healthy");

        listed["name"] = "Attic";
        var updated = await host.UpdateAsync(id, listed);

        updated.Text("name").Should().Be("Attic");
        updated.Text("apiKey").Should().Be("********");
        updated.Number("version").Should().Be(2);
        // The clock stands still, so that the second attempt is the poll after the edit, and the only one.
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2 && poll.Text("state") == "healthy");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"apiKey":"********"}""")]
    [InlineData("""{"apiKey":null}""")]
    public async Task A_kept_secret_still_opens_the_system(string body)
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var patch = JsonNode.Parse(body)!.AsObject();
        patch["site"] = "roof";

        var updated = await host.UpdateAsync(id, patch);

        updated.Text("site").Should().Be("roof");
        updated.Text("host").Should().Be("box.example");
        await host.SeeStateAsync(id, "healthy");
    }

    [Fact]
    public async Task An_entered_secret_replaces_the_stored_one()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        await host.UpdateAsync(id, new JsonObject { ["apiKey"] = "right-key" });

        (await host.SeeStateAsync(id, "healthy"))["poll"]!["lastError"].Should().BeNull();
    }

    [Fact]
    public async Task A_null_pin_is_removed_and_an_omitted_one_stays()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft["certificateThumbprint"] = new string('A', 64);
        var id = (await host.CreateAsync(draft)).Text("id")!;

        (await host.UpdateAsync(id, new JsonObject { ["site"] = "roof" })).Text("certificateThumbprint").Should().NotBeNull();
        (await host.UpdateAsync(id, new JsonObject { ["certificateThumbprint"] = null })).Text("certificateThumbprint").Should().BeNull();
    }

    [Fact]
    public async Task A_body_that_changes_nothing_changes_not_even_the_version()
    {
        await using var host = BoxHost.Start();
        var created = await host.CreateAsync(BoxHost.Draft());

        var updated = await host.UpdateAsync(created.Text("id")!, created.DeepClone());

        updated.Number("version").Should().Be(1);
        updated.Text("updatedAt").Should().Be(created.Text("updatedAt"));
    }

    [Fact]
    public async Task An_edit_of_an_old_version_changes_nothing()
    {
        await using var host = BoxHost.Start();
        var created = await host.CreateAsync(BoxHost.Draft());
        var id = created.Text("id")!;
        using var first = await host.PutAsync(id, new JsonObject { ["name"] = "First" }, "\"1\"");
        first.StatusCode.Should().Be(HttpStatusCode.OK);
        first.Headers.ETag!.Tag.Should().Be("\"2\"");

        using var second = await host.PutAsync(id, new JsonObject { ["name"] = "Second" }, "\"1\"");

        var problem = await second.ProblemAsync(412);
        problem.Text("code").Should().Be("version_mismatch");
        problem.Number("currentVersion").Should().Be(2);
        (await host.GetAsync(id)).Text("name").Should().Be("First");
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("nonsense", HttpStatusCode.PreconditionFailed)]
    public async Task If_Match_is_read_as_HTTP_says(string ifMatch, HttpStatusCode expected)
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        using var response = await host.PutAsync(id, new JsonObject { ["name"] = "New" }, ifMatch);

        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case()
    {
        await using var host = BoxHost.Start();
        await host.CreateAsync(BoxHost.Draft("Cellar"));
        var other = await host.CreateAsync(BoxHost.Draft("Attic", host: "attic.example"));

        using var created = await host.PostAsync("", BoxHost.Draft("CELLAR", host: "new.example"));
        (await created.ProblemAsync(409)).Text("code").Should().Be("name_taken");

        using var updated = await host.PutAsync(other.Text("id")!, new JsonObject { ["name"] = "cellar" });
        (await updated.ProblemAsync(409)).Text("code").Should().Be("name_taken");
    }

    [Fact]
    public async Task An_endpoint_is_connected_once_and_the_answer_names_the_other_connection()
    {
        await using var host = BoxHost.Start();
        var first = await host.CreateAsync(BoxHost.Draft());

        using var second = await host.PostAsync("", BoxHost.Draft("Again", host: "BOX.example"));

        var problem = await second.ProblemAsync(409);
        problem.Text("code").Should().Be("endpoint_taken");
        problem.Text("detail").Should().Contain("Cellar");
        problem.Text("connectionId").Should().Be(first.Text("id"));
    }

    [Fact]
    public async Task An_endpoint_that_is_an_IPv6_address_is_named_as_people_write_it()
    {
        await using var host = BoxHost.Start();
        await host.CreateAsync(BoxHost.Draft(host: "2001:db8::7"));

        using var second = await host.PostAsync("", BoxHost.Draft("Again", host: "[2001:db8::7]"));

        (await second.ProblemAsync(409)).Text("detail").Should().Contain("[2001:db8::7]:8443");
    }

    [Fact]
    public async Task Of_ten_creates_with_one_name_at_the_same_moment_one_succeeds()
    {
        await using var host = BoxHost.Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.PostAsync("", BoxHost.Draft("Same", host: $"h{i}.example"))));

        answers.Select(answer => (int)answer.StatusCode).Order().Should().Equal([201, .. Enumerable.Repeat(409, 9)]);
        (await host.ListAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task Edits_at_the_same_moment_are_all_kept()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        var answers = await Task.WhenAll(
            host.PutAsync(id, new JsonObject { ["name"] = "Attic" }),
            host.PutAsync(id, new JsonObject { ["site"] = "roof" }),
            host.PutAsync(id, new JsonObject { ["pollIntervalSeconds"] = 90 }));

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        var connection = await host.GetAsync(id);
        (connection.Text("name"), connection.Text("site"), connection.Number("pollIntervalSeconds")).Should().Be(("Attic", "roof", 90));
        connection.Number("version").Should().Be(4);
    }

    [Fact]
    public async Task A_stored_secret_that_goes_to_a_new_endpoint_is_audited()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        await host.UpdateAsync(id, new JsonObject { ["host"] = "moved.example" });

        var audit = await host.Client.GetStringAsync("api/access/audit");
        audit.Should().Contain("secret_sent_to_new_endpoint_allowed").And.Contain("https://box.example:8443").And.Contain("https://moved.example:8443");
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("POST", "/test")]
    public async Task A_strict_Pulse_sends_no_stored_secret_to_a_new_endpoint(string method, string path)
    {
        await using var host = BoxHost.Start(new Dictionary<string, string> { ["Pulse:Access:BindSecretsToEndpoint"] = "true" });
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var moved = new JsonObject { ["host"] = "moved.example" };

        using var refused = await SendAsync(moved);
        (await refused.ProblemAsync(409)).Text("code").Should().Be("secret_reentry_required");
        host.Boxes.At("moved.example").Reads.Should().Be(0);

        moved["apiKey"] = "right-key";
        using var accepted = await SendAsync(moved);
        accepted.StatusCode.Should().Be(HttpStatusCode.OK);

        Task<HttpResponseMessage> SendAsync(JsonObject body) => method == "PUT" ? host.PutAsync(id, body) : host.PostAsync($"/{id}{path}", body);
    }

    [Fact]
    public async Task A_deleted_connection_is_gone_with_its_secret_and_its_session()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");

        using var stale = new HttpRequestMessage(HttpMethod.Delete, $"api/box/connections/{id}");
        stale.Headers.TryAddWithoutValidation("If-Match", "\"7\"");
        using var refused = await host.Client.SendAsync(stale);
        await refused.ProblemAsync(412);

        using var deleted = await host.Client.DeleteAsync(new Uri($"api/box/connections/{id}", UriKind.Relative));

        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.ListAsync()).Should().BeEmpty();
        host.Boxes.OpenSessions.Should().Be(0);
        using var again = await host.Client.DeleteAsync(new Uri($"api/box/connections/{id}", UriKind.Relative));
        await again.ProblemAsync(404);
    }
}
