using Pulse.PlatformConnections.Connecting;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>A connection that waits for its first request, for instance for the turn of a login, is as idle as any other.</summary>
public sealed class UnusedConnectionTests
{
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task What_may_not_be_repeated_is_not_sent_over_a_connection_that_waited()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var first = server.Certificate;
        using var connection = await server.ConnectAsync(_clock);
        server.Certificate = SelfSigned.Certificate();
        _clock.Advance(IdleConnectionHandler.LongestTrusted + TimeSpan.FromSeconds(1));

        // A new connection gets the other certificate.
        await connection.Awaiting(each => each.Http.GetStringAsync("/answer")).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_request_at_once_uses_the_connection_that_was_checked()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var first = server.Certificate;
        using var connection = await server.ConnectAsync(_clock);
        server.Certificate = SelfSigned.Certificate();

        (await connection.Http.GetStringAsync("/answer")).Should().NotBeEmpty();
    }
}
