using System.Net;
using Microsoft.Data.Sqlite;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Storage;

public sealed class ReadinessTests
{
    // Far more than Pulse waits for a lock, and far less than the 30 seconds that the driver waits by default.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_locked_store_is_not_ready_and_answers_writes_soon()
    {
        await using var host = BoxHost.Start();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "pulse.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locked = await other.BeginTransactionAsync();

            (await ReadyAsync(host).WaitAsync(Soon)).Should().Be(HttpStatusCode.ServiceUnavailable);
            using var refused = await host.PostAsync("", BoxHost.Draft()).WaitAsync(Soon);
            (await refused.ProblemAsync(503)).Text("code").Should().Be("store_unavailable");
        }

        (await ReadyAsync(host)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pulse_is_not_ready_from_a_poll_that_could_not_be_recorded_until_one_is()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        (await ReadyAsync(host)).Should().Be(HttpStatusCode.OK);
        StoreTests.Execute(host, "CREATE TRIGGER Broken BEFORE UPDATE ON PollHealth BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        await Eventually.UntilAsync(() => host.Host.Logs.Lines.Any(line => line.Contains("could not be run or recorded", StringComparison.Ordinal)));
        (await ReadyAsync(host)).Should().Be(HttpStatusCode.ServiceUnavailable);

        StoreTests.Execute(host, "DROP TRIGGER Broken");
        await host.Clock.WhenArmedAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
        await Eventually.GetAsync(() => ReadyAsync(host), status => status == HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ReadyAsync(BoxHost host)
    {
        using var response = await host.Client.GetAsync(new Uri("readyz", UriKind.Relative));
        return response.StatusCode;
    }
}
