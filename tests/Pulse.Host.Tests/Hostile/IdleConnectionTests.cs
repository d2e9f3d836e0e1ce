using Pulse.Host.Tests.Reports;
using Pulse.Testing;

namespace Pulse.Host.Tests.Hostile;

/// <summary>A firewall drops idle connections without a notice.</summary>
public sealed class IdleConnectionTests
{
    [Fact]
    public async Task A_poll_over_a_forgotten_connection_repeats_its_first_read_on_a_new_one_and_logs_in_no_second_time()
    {
        await using var host = await HostileHost.StartAsync();
        await using var firewall = new ForgetfulFirewall(host.VCenter.Port);
        var id = await host.CreateAsync(port: firewall.Port);
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");

        for (var attempts = 2; attempts <= 4; attempts++)
        {
            firewall.Forget();
            var swallowed = firewall.Swallowed;
            host.Clock.Advance(TimeSpan.FromSeconds(60));
            await Eventually.UntilAsync(() => firewall.Swallowed > swallowed);
            host.Clock.Advance(TimeSpan.FromSeconds(5));
            var poll = (await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == attempts))["poll"]!;

            poll.Text("state").Should().Be("healthy");
            poll["lastDurationMs"]!.GetValue<long>().Should().Be(5000);
        }

        host.VCenter.Logins.Accepted.Should().HaveCount(1);
    }

    [Fact]
    public async Task What_may_not_be_repeated_goes_over_a_new_connection_after_a_pause()
    {
        await using var host = await HostileHost.StartAsync();
        await using var firewall = new ForgetfulFirewall(host.VCenter.Port);
        var id = await host.CreateAsync(port: firewall.Port, interval: TimeSpan.FromHours(1));
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");
        firewall.Forget();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await host.DeleteAsync(id);

        host.VCenter.Sessions.OpenCount.Should().Be(0, "the log-out did not go over the forgotten connection");
        firewall.Swallowed.Should().Be(0);
    }

    [Fact]
    public async Task A_connection_in_use_is_not_distrusted()
    {
        await using var host = await HostileHost.StartAsync();
        await using var firewall = new ForgetfulFirewall(host.VCenter.Port);
        var id = await host.CreateAsync(port: firewall.Port);
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);

        firewall.Connections.Should().Be(1, "an idle connection that still works is used on");
    }
}
