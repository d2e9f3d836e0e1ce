using System.Collections.Concurrent;
using System.Diagnostics;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests;

public sealed class MetricsTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ActivityListener _listener = new();
    private VCenterSimulator _vcenter = null!;
    private SimulatedConnection _connection = null!;
    private MeterCapture _meters = null!;

    public async ValueTask InitializeAsync()
    {
        _vcenter = await VCenterSimulator.StartAsync(new());
        _connection = new SimulatedConnection(_vcenter);
        _meters = new MeterCapture(_connection.Meters, "Pulse.VCenter");
        _listener.ShouldListenTo = source => source.Name == "Pulse.VCenter";
        _listener.Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _listener.ActivityStopped = activity =>
        {
            // Other tests run at the same time.
            if (ConnectionId.Equals(activity.GetTagItem("pulse.connection.id")))
            {
                _activities.Enqueue(activity);
            }
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private string ConnectionId => _connection.Target.ConnectionId.ToString()!;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _meters.Dispose();
        await _connection.DisposeAsync();
        await _vcenter.DisposeAsync();
    }

    [Fact]
    public async Task Every_request_is_measured_once_by_operation_and_outcome()
    {
        _vcenter.Faults.Add(Takes(TimeSpan.FromMilliseconds(20)), FaultAction.Silence);
        await _connection.PollAsync();
        await _connection.PollAsync();
        await _connection.DisposeAsync();

        Of("pulse.vcenter.requests").Select(request => (request.Tags["pulse.operation"], request.Tags["pulse.outcome"], request.Value)).Should().Equal(
            ("api_versions", "success", 1), ("ServiceInstance.content", "success", 1), ("session_create", "success", 1),
            ("SessionManager.currentSession", "success", 1), ("appliance_version", "permission_denied", 1),
            ("PropertyCollector.CreatePropertyCollector", "success", 1), ("ViewManager.CreateContainerView", "success", 1),
            ("PropertyCollector.CreateFilter", "success", 1), ("PropertyCollector.WaitForUpdatesEx", "success", 1),
            ("PropertyCollector.WaitForUpdatesEx", "success", 1), ("session_delete", "success", 1));
        Of("pulse.vcenter.requests").Should().HaveCount(_vcenter.Requests.Total);
        Of("pulse.vcenter.duration").Should().HaveCount(_vcenter.Requests.Total).And.OnlyContain(duration => duration.Value == 0.02);
        Of("pulse.vcenter.bytes").Sum(bytes => bytes.Value).Should().Be(_vcenter.Requests.BytesSent);
        _activities.Select(activity => activity.OperationName).Should().Equal(
            Of("pulse.vcenter.requests").Select(request => (string)request.Tags["pulse.operation"]!));
        _activities.Should().OnlyContain(activity => activity.Kind == ActivityKind.Client);
    }

    [Fact]
    public async Task Logins_are_counted_by_outcome_and_sessions_up_and_down()
    {
        await _connection.PollAsync();
        SessionsHeld.Should().Be(1);
        _vcenter.Sessions.DropAll();
        await _connection.PollAsync();
        SessionsHeld.Should().Be(1);
        _vcenter.Sessions.DropAll();
        _vcenter.Faults.On("POST /api/session", FaultAction.Respond(401, "application/json", """{"error_type":"UNAUTHENTICATED","messages":[]}"""));
        await _connection.Awaiting(it => it.PollAsync()).Should().ThrowAsync<PlatformFailureException>();

        Of("pulse.vcenter.logins").Select(login => login.Tags["pulse.outcome"]).Should().Equal("success", "success", "auth_invalid");
        SessionsHeld.Should().Be(0);
    }

    [Fact]
    public async Task Labels_hold_the_id_of_the_connection_and_no_host_user_or_object()
    {
        _vcenter.Inventory.AddOrphan("lost one");
        await _connection.PollAsync();
        await _connection.DisposeAsync();

        var labels = _meters.All.SelectMany(measured => measured.Tags).Concat(_activities.SelectMany(activity => activity.TagObjects)).ToList();
        labels.Select(label => label.Key).Distinct().Should().BeEquivalentTo(["pulse.operation", "pulse.outcome", "pulse.connection.id"]);
        labels.Where(label => label.Key == "pulse.connection.id").Should().OnlyContain(label => ConnectionId.Equals(label.Value));
        string.Join(' ', labels.Select(label => label.Value)).Should()
            .NotContain("127.0.0.1").And.NotContain(_vcenter.Options.UserName).And.NotContain("vm-").And.NotContain("lost").And.NotContain("session[");
    }

    // The rule matches no request. Its condition moves the clock, so that each request takes time.
    private Func<SimulatedRequest, bool> Takes(TimeSpan time) => _ =>
    {
        _connection.Clock.Advance(time);
        return false;
    };

    private double SessionsHeld => Of("pulse.vcenter.sessions").Sum(change => change.Value);

    private IReadOnlyList<Measurement> Of(string instrument) => _meters.Of(instrument);
}
