using System.Net;

namespace Pulse.Simulation.Tests;

public sealed class StatisticsTests : SimulatorTest
{
    private const string Manager = "PerformanceManager";
    private const string ManagerId = "PerfMgr";

    [Fact]
    public async Task A_query_over_the_limit_of_metrics_is_refused()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.MaxQueryMetrics = 1;

        var reply = await QueryAsync(client, simulator.Inventory.Hosts[0], 20, 2, 24);

        reply.TypeName.Should().Be("InvalidArgument");
        ((string?)reply.Json["invalidProperty"]).Should().Be("querySpec.size");
    }

    [Fact]
    public async Task Datastores_have_no_current_samples()
    {
        var (simulator, client) = await LoggedInAsync();

        var reply = await QueryAsync(client, simulator.Inventory.Datastores[0], 20, 2);

        ((string?)reply.Json["invalidProperty"]).Should().Be("querySpec.interval");
    }

    [Fact]
    public async Task Entities_without_data_are_left_out()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Inventory.VirtualMachines[0].PowerState = VirtualMachinePowerState.PoweredOff;

        (await QueryAsync(client, simulator.Inventory.VirtualMachines[0], 20, 2)).Json.AsArray().Should().BeEmpty();
        (await QueryAsync(client, simulator.Inventory.VirtualMachines[1], 20, 2)).Json.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task The_limit_of_metrics_is_an_option_that_needs_System_Read_on_the_root()
    {
        var (simulator, client) = await LoggedInAsync();

        var reply = await OptionAsync(client);
        simulator.Inventory.RootFolder.Access = ObjectAccess.NameOnly;
        var denied = await OptionAsync(client);

        ((int)reply.Json[0]!["value"]!["_value"]!).Should().Be(256);
        (denied.Status, denied.TypeName).Should().Be((HttpStatusCode.InternalServerError, "NoPermission"));
    }

    [Fact]
    public async Task Events_are_filtered_by_time_and_cut_to_the_number_asked_for()
    {
        var (_, client) = await LoggedInAsync();
        var now = Clock.GetUtcNow();

        (await EventsAsync(client, now.AddMinutes(-2), now, 10)).Json.AsArray().Should().HaveCount(3);
        (await EventsAsync(client, now.AddHours(-1), now, 2)).Json.AsArray().Should().HaveCount(2);
        (await EventsAsync(client, now.AddHours(1), now.AddHours(2), 2)).Json.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_triggered_alarm_shows_on_its_entity_and_on_all_above_it()
    {
        var (simulator, client) = await LoggedInAsync();
        var host = simulator.Inventory.Hosts[0];
        simulator.Inventory.TriggeredAlarms = [new(7, host, ManagedEntityStatus.Red, Clock.GetUtcNow())];

        var root = await client.ReadAsync(simulator.Inventory.RootFolder, "triggeredAlarmState");
        var other = await client.ReadAsync(simulator.Inventory.Hosts[1], "triggeredAlarmState");

        ((string?)root.Json[0]!["key"]).Should().Be($"alarm-7.{host.Reference.Value}");
        ((string?)root.Json[0]!["overallStatus"]).Should().Be("red");
        other.Json.AsArray().Should().BeEmpty();
    }

    private static Task<Reply> OptionAsync(SimulatorClient client) =>
        client.CallAsync("OptionManager", "VpxSettings", "QueryOptions", new { name = "config.vpxd.stats.maxQueryMetrics" });

    private static Task<Reply> EventsAsync(SimulatorClient client, DateTimeOffset begin, DateTimeOffset end, int most) =>
        client.CallAsync("EventManager", "EventManager", "QueryEvents", new
        {
            filter = new { _typeName = "EventFilterSpec", maxCount = most, time = new { _typeName = "EventFilterSpecByTime", beginTime = begin, endTime = end } },
        });

    private static Task<Reply> QueryAsync(SimulatorClient client, ManagedEntity entity, int interval, params int[] counters) =>
        client.CallAsync(Manager, ManagerId, "QueryPerf", new
        {
            querySpec = new[]
            {
                new
                {
                    _typeName = "PerfQuerySpec",
                    entity = new { _typeName = "ManagedObjectReference", type = entity.Reference.Type, value = entity.Reference.Value },
                    intervalId = interval,
                    metricId = counters.Select(counter => new { _typeName = "PerfMetricId", counterId = counter, instance = "" }).ToArray(),
                },
            },
        });
}
