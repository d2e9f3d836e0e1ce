using System.Net;
using System.Text.Json;

namespace Pulse.Simulation.Tests;

public sealed class FaultRuleTests : SimulatorTest
{
    private const string Hosts = "/api/vcenter/host";

    [Fact]
    public async Task A_rule_applies_to_its_operation_as_often_as_it_says()
    {
        var (simulator, client) = await LoggedInAsync();
        var rule = simulator.Faults.On(Hosts, FaultAction.ServiceUnavailable(retryAfter: TimeSpan.FromSeconds(7)), times: 1);
        (await client.GetAsync("/api/vcenter/vm")).Status.Should().Be(HttpStatusCode.OK);
        var refused = await client.GetAsync(Hosts);
        refused.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.ErrorType.Should().Be("SERVICE_UNAVAILABLE");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        rule.TimesLeft.Should().Be(0);
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_503_may_come_without_JSON()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.ServiceUnavailable(json: false));
        var reply = await client.GetAsync(Hosts);
        reply.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        reply.Text.Should().BeEmpty();
        simulator.Faults.ClearRules();
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(200)]
    public async Task A_proxy_answers_with_HTML(int status)
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.Add(request => request.Path == Hosts && request.SessionToken == client.Token, FaultAction.ProxyPageWith(status));
        var reply = await client.GetAsync(Hosts);
        ((int)reply.Status).Should().Be(status);
        reply.ContentType.Should().Be("text/html");
    }

    [Fact]
    public async Task Truncated_JSON_is_a_whole_message_with_half_the_answer()
    {
        var (simulator, client) = await LoggedInAsync();
        var whole = (await client.GetAsync(Hosts)).Text;
        simulator.Faults.On(Hosts, FaultAction.TruncatedJson);
        var reply = await client.GetAsync(Hosts);
        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Text.Should().Be(whole[..(whole.Length / 2)]);
        FluentActions.Invoking(() => reply.Json).Should().Throw<JsonException>();
    }

    [Fact]
    public async Task A_reset_connection_is_an_error_of_the_transport()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.ResetConnection);
        await FluentActions.Awaiting(() => client.GetAsync(Hosts)).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_delayed_answer_comes_when_its_time_has_come()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.Delay(TimeSpan.FromSeconds(30)));
        var reply = client.GetAsync(Hosts);
        await Clock.WhenArmedAsync();
        reply.IsCompleted.Should().BeFalse();
        Clock.Advance(TimeSpan.FromSeconds(30));
        (await reply).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Silence_lasts_until_the_client_gives_up()
    {
        var (simulator, client) = await LoggedInAsync();
        var arrived = new TaskCompletionSource();
        simulator.Faults.Add(request => request.Path == Hosts && arrived.TrySetResult(), FaultAction.Silence);
        using var patience = new CancellationTokenSource();
        var reply = client.SendAsync(HttpMethod.Get, Hosts, ct: patience.Token);
        await arrived.Task;
        await patience.CancelAsync();
        await FluentActions.Awaiting(() => reply).Should().ThrowAsync<OperationCanceledException>();
        (await client.GetAsync("/api/vcenter/vm")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_endless_answer_goes_on_for_longer_than_anybody_should_read()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.EndlessAnswer);
        await using var body = await client.StreamAsync(Hosts);
        var buffer = new byte[64 * 1024];
        for (var read = 0; read < 4 * 1024 * 1024;)
        {
            var count = await body.ReadAsync(buffer);
            count.Should().BePositive();
            read += count;
        }
    }

    [Fact]
    public async Task A_dropped_session_is_gone_before_the_request_is_served()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.DropSession, times: 1);
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.Unauthorized);
        simulator.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task Anything_else_can_be_answered_word_for_word()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On("CurrentTime", FaultAction.Respond(500, """{"_typeName":"SystemError"}"""));
        (await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime")).TypeName.Should().Be("SystemError");
    }

    [Fact]
    public async Task The_newest_rule_goes_first()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.Respond(500));
        simulator.Faults.On(Hosts, FaultAction.Respond(418), times: 1);
        (await client.GetAsync(Hosts)).Status.Should().Be((HttpStatusCode)418);
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Actions_in_turn_happen_once_each_and_in_order()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.InTurn(request => request.Name == "GET host", FaultAction.Respond(418), FaultAction.Respond(502));
        (await client.GetAsync(Hosts)).Status.Should().Be((HttpStatusCode)418);
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.BadGateway);
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_of_ones_own_may_serve_the_request_first()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.With((http, next) =>
        {
            http.Response.Headers["X-Seen"] = "yes";
            return next();
        }));
        var reply = await client.GetAsync(Hosts);
        reply.Headers.GetValues("X-Seen").Should().Equal("yes");
        reply.Json.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_has_its_status_and_no_end()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.On(Hosts, FaultAction.BreakOff(200, "[{"));
        var error = (await FluentActions.Awaiting(() => client.GetAsync(Hosts)).Should().ThrowAsync<HttpRequestException>()).Which;
        error.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
    }

    [Fact]
    public async Task Sessions_can_be_kept_apart_on_a_release_that_shares_them()
    {
        var (simulator, client) = await LoggedInAsync();
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.OK);
        simulator.Faults.SeparateSessions = true;
        (await client.GetAsync(Hosts)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Requests_are_kept_word_for_word_if_asked_for(bool keeps)
    {
        var (simulator, client) = await StartAsync(Small with { KeepsRequests = keeps });
        await client.LoginAsync();
        await client.ReadAsync("Folder", "group[1]", "name");
        simulator.Requests.Received.Select(request => $"{request.Name} {request.Target} {request.UserAgent} {request.Body}").Should().Equal(!keeps ? [] :
        [
            "POST Login /sdk/vim25/8.0.3.0/SessionManager/SessionManager/Login Pulse/test {\"userName\":\"pulse@vsphere.local\",\"password\":\"Simulated!1\"}",
            "GET name /sdk/vim25/8.0.3.0/Folder/group%5B1%5D/name Pulse/test ",
        ]);
    }

    [Fact]
    public async Task Requests_are_counted_by_method_and_path_template()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Requests.Clear();
        await client.ReadAsync("Folder", "group-d1", "name");
        await client.ReadAsync(simulator.Inventory.RootFolder, "name");
        simulator.Requests.ByOperation.Should().BeEquivalentTo(
            new Dictionary<string, int> { ["GET /sdk/vim25/{release}/Folder/{moId}/name"] = 2 });
        simulator.Requests.BytesSent.Should().Be(2 * "\"Datacenters\"".Length);
    }
}
