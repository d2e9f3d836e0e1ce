using System.Net.WebSockets;
using System.Text;
using Pulse.PlatformConnections.Connecting;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>Several callers may write over a WebSocket, one after the other, and one may read.</summary>
public sealed class EndpointSocketTurnTests
{
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Several_write_at_once_and_each_message_arrives_whole()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await server.ConnectAsync(_clock);
        await using var socket = await OpenAsync(connection);
        var sent = Enumerable.Range(0, 20).Select(number => new string((char)('a' + number), 20_000)).ToList();

        var writing = Task.WhenAll(sent.Select(text => SendAsync(socket, text)));
        List<string> received = [];
        while (received.Count < sent.Count)
        {
            received.Add(await ReceiveAsync(socket));
        }

        await writing;
        received.Should().BeEquivalentTo(sent);
    }

    [Fact]
    public async Task A_writer_that_is_cancelled_before_its_turn_does_no_harm_to_the_one_that_writes()
    {
        var mayRead = new TaskCompletionSource();
        var heard = new TaskCompletionSource<long>();
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await mayRead.Task;
            heard.SetResult(await LengthAsync(socket));
            await SocketServer.EchoAsync(socket);
        });
        using var connection = await server.ConnectAsync(_clock);
        await using var socket = await OpenAsync(connection);
        using var cancellation = new CancellationTokenSource();
        // More than all the buffers on the way hold.
        var message = new byte[64 * 1024 * 1024];

        var writing = socket.SendAsync(message, CancellationToken.None);
        var waiting = socket.SendAsync("x"u8.ToArray(), cancellation.Token);
        await cancellation.CancelAsync();

        await waiting.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        mayRead.SetResult();
        await writing;
        (await heard.Task.WaitAsync(TimeSpan.FromSeconds(20))).Should().Be(message.Length);
    }

    [Fact]
    public async Task A_second_reader_is_a_defect_and_does_no_harm_to_the_first()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await server.ConnectAsync(_clock);
        await using var socket = await OpenAsync(connection);
        var first = ReceiveAsync(socket);

        await socket.Awaiting(each => each.ReceiveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)))
            .Should().ThrowAsync<InvalidOperationException>();

        await SendAsync(socket, "still there");
        (await first).Should().Be("still there");
    }

    private static async Task<long> LengthAsync(WebSocket socket)
    {
        var (buffer, length) = (new byte[64 * 1024], 0L);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        return length;
    }

    private static Task SendAsync(EndpointSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private static async Task<string> ReceiveAsync(EndpointSocket socket) => Encoding.UTF8.GetString((await socket.ReceiveAsync(CancellationToken.None)).Span);

    private static Task<EndpointSocket> OpenAsync(EndpointConnection connection) => connection.OpenSocketAsync("/socket", null, CancellationToken.None);
}
