using System.Net.WebSockets;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>An attempt knows the certificate of the connection that it uses, and begins its own read, without code in the provider.</summary>
public sealed class AttemptCertificateTests
{
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task An_attempt_that_sends_a_request_over_an_earlier_connection_knows_its_certificate()
    {
        await using var server = await SocketServer.StartAsync(TalkAsync);
        using var connection = await server.ConnectAsync(_clock, new ReadLimits { Megabytes = 1 });
        var attempt = Attempt();

        await attempt.StepAsync("read", _ => connection.Http.GetStringAsync("/answer"));

        attempt.Certificate.Should().Be(connection.Certificate).And.NotBeNull();
        Platforms.Attempt.UnderWay.Should().BeNull("the step is over");
    }

    [Fact]
    public async Task An_attempt_that_reads_or_writes_over_an_earlier_WebSocket_knows_its_certificate()
    {
        await using var server = await SocketServer.StartAsync(TalkAsync);
        using var connection = await server.ConnectAsync(_clock, new ReadLimits { Megabytes = 1 });
        await using var socket = await connection.OpenSocketAsync("/socket", null, CancellationToken.None);
        var (reader, writer) = (Attempt(), Attempt());

        await reader.StepAsync("read", _ => socket.ReceiveAsync(CancellationToken.None));
        await writer.StepAsync("write", _ => socket.SendAsync("x"u8.ToArray(), CancellationToken.None));

        reader.Certificate.Should().Be(connection.Certificate).And.NotBeNull();
        writer.Certificate.Should().Be(connection.Certificate);
    }

    [Fact]
    public async Task A_reconnect_shows_the_attempt_the_certificate_that_it_refused()
    {
        await using var server = await SocketServer.StartAsync(TalkAsync);
        using var connection = await server.ConnectAsync(_clock, new ReadLimits { Megabytes = 1 });
        using var first = server.Certificate;
        server.Certificate = SelfSigned.Certificate();
        await connection.Http.GetStringAsync("/answer");
        _clock.Advance(IdleConnectionHandler.LongestTrusted + TimeSpan.FromSeconds(1));
        var attempt = Attempt();

        await attempt.Awaiting(each => each.StepAsync("read", _ => connection.Http.GetStringAsync("/answer"))).Should().ThrowAsync<HttpRequestException>();

        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Mismatch);
    }

    [Fact]
    public async Task The_messages_of_one_attempt_share_its_limit_and_the_next_attempt_begins_anew()
    {
        await using var server = await SocketServer.StartAsync(TalkAsync);
        using var connection = await server.ConnectAsync(_clock, new ReadLimits { Megabytes = 1 });
        await using var socket = await connection.OpenSocketAsync("/socket", null, CancellationToken.None);
        Task ReadAsync(Attempt attempt) => attempt.StepAsync("read", _ => socket.ReceiveAsync(CancellationToken.None));
        var (first, second) = (Attempt(), Attempt());

        await ReadAsync(first);
        await ReadAsync(second);

        (await second.Awaiting(ReadAsync).Should().ThrowAsync<PlatformFailureException>()).Which.Detail.Should().Be("Pulse:Limits:Megabytes = 1");
    }

    // Each message fits into the limit, both together do not.
    private static async Task TalkAsync(WebSocket socket)
    {
        for (var message = 0; message < 3; message++)
        {
            await socket.SendAsync(new byte[700 * 1024], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        await SocketServer.EchoAsync(socket);
    }

    private Attempt Attempt() => new(AttemptPurpose.Poll, new ConnectionTarget { Host = "localhost", Port = 1 }, new NoLogins(), _clock);
}
