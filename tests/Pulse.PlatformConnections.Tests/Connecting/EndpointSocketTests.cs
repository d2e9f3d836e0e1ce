using System.Net.WebSockets;
using System.Text;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class EndpointSocketTests
{
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly List<ObservedExchange> _seen = [];
    private string _address = "127.0.0.1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_go_both_ways_under_a_pin_also_when_exchanges_are_observed(bool isObserved)
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await ConnectAsync(server, isObserved: isObserved);
        await using var socket = await connection.OpenSocketAsync(
            "/socket", new() { SubProtocol = "rpc.v2", Headers = new Dictionary<string, string> { ["X-Asked"] = "yes" } }, CancellationToken.None);

        await SendAsync(socket, "Zürich");
        await SendAsync(socket, "");
        await SendAsync(socket, new string('x', 100_000));

        (await ReceiveAsync(socket)).Should().Be("Zürich");
        (await ReceiveAsync(socket)).Should().BeEmpty();
        (await ReceiveAsync(socket)).Should().HaveLength(100_000);
        var request = server.Opened.Should().ContainSingle().Which.Request;
        request.Headers["X-Asked"].ToString().Should().Be("yes");
        request.Host.Host.Should().Be("localhost");
        _seen.Select(exchange => exchange.Status).Should().Equal(isObserved ? [101] : []);
    }

    [Fact]
    public async Task A_message_in_fragments_is_one_message()
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await SayAsync(socket, "one, ", isEnd: false);
            await SayAsync(socket, "", isEnd: false);
            await SayAsync(socket, "two", isEnd: true);
            await SocketServer.EchoAsync(socket);
        });
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);

        (await ReceiveAsync(socket)).Should().Be("one, two");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_over_the_limit_is_refused_by_the_name_of_the_setting(bool isOneFragment)
    {
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await SayAsync(socket, new string('x', 1024 * 1024), isEnd: false);
            await SayAsync(socket, "y", isOneFragment);
        });
        using var connection = await ConnectAsync(server, new ReadLimits { Megabytes = 1 });
        await using var socket = await OpenAsync(connection);

        var failure = await FailureAsync(socket);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Detail.Should().Be("Pulse:Limits:Megabytes = 1");
    }

    [Fact]
    public async Task A_wrong_pin_is_refused_before_the_system_hears_anything()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await ConnectAsync(server);
        using var first = server.Certificate;
        server.Certificate = SelfSigned.Certificate();
        await connection.Http.GetStringAsync("/answer");
        _clock.Advance(IdleConnectionHandler.LongestTrusted + TimeSpan.FromSeconds(1));

        (await OpenFailureAsync(connection)).Category.Should().Be(FailureCategory.TlsPinMismatch);

        server.Opened.Should().BeEmpty();
    }

    [Fact]
    public async Task A_forbidden_address_is_refused_before_the_system_hears_anything()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await ConnectAsync(server);
        _address = "169.254.169.254";
        await connection.Http.GetStringAsync("/answer");
        _clock.Advance(IdleConnectionHandler.LongestTrusted + TimeSpan.FromSeconds(1));

        (await OpenFailureAsync(connection)).Category.Should().Be(FailureCategory.AddressNotAllowed);

        server.Opened.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/page", FailureCategory.Protocol, "answers with a web page ('Sign in')")]
    [InlineData("/moved", FailureCategory.WrongSystem, "redirects to another page of its own")]
    [InlineData("/nothing", FailureCategory.Protocol, "answers the request for a WebSocket with HTTP 404")]
    [InlineData("/busy", FailureCategory.Unavailable, "answers the request for a WebSocket with HTTP 503")]
    [InlineData("/unasked", FailureCategory.Protocol, "not to the one that Pulse asked for")]
    public async Task An_answer_that_is_no_WebSocket_is_named(string path, FailureCategory category, string sentence)
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await ConnectAsync(server);

        var failure = await OpenFailureAsync(connection, path);

        failure.Category.Should().Be(category);
        failure.Sentence.Should().Contain(sentence);
        failure.RetryAfter.Should().Be(path == "/busy" ? TimeSpan.FromSeconds(7) : null);
    }

    [Fact]
    public async Task Plain_http_where_https_is_served_says_so()
    {
        await using var server = await SocketServer.StartAsync(SocketServer.EchoAsync);
        using var connection = await ConnectAsync(server, useHttps: false);

        (await OpenFailureAsync(connection)).Remedy.Should().ContainEquivalentOf("switch HTTPS on");
    }

    [Theory]
    [InlineData(WebSocketCloseStatus.PolicyViolation, FailureCategory.Protocol, "You are not allowed\u202e", "with status 1008 ('You are not allowed')")]
    [InlineData(WebSocketCloseStatus.EndpointUnavailable, FailureCategory.Unreachable, null, "with status 1001.")]
    public async Task A_close_by_the_system_is_named(WebSocketCloseStatus status, FailureCategory category, string? reason, string sentence)
    {
        await using var server = await SocketServer.StartAsync(socket => socket.CloseOutputAsync(status, reason, CancellationToken.None));
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);

        var failure = await FailureAsync(socket);

        failure.Should().BeOfType<SocketClosedException>().Which.Status.Should().Be(status);
        failure.Category.Should().Be(category);
        failure.Sentence.Should().Contain(sentence);
    }

    [Fact]
    public async Task A_binary_message_is_a_protocol_failure()
    {
        await using var server = await SocketServer.StartAsync(
            socket => socket.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, CancellationToken.None));
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);

        var failure = await FailureAsync(socket);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("binary message");
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_a_protocol_failure()
    {
        await using var server = await SocketServer.StartAsync(
            socket => socket.SendAsync(new byte[] { 0xC3, 0x28 }, WebSocketMessageType.Text, true, CancellationToken.None));
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);

        var failure = await FailureAsync(socket);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("is not valid");
    }

    [Fact]
    public async Task A_system_that_vanishes_is_unreachable_for_reader_and_writer()
    {
        await using var server = await SocketServer.StartAsync(async (socket, context) =>
        {
            await socket.ReceiveAsync(new byte[10], CancellationToken.None);
            context.Abort();
        });
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);
        await SendAsync(socket, "x");

        var failure = await FailureAsync(socket);

        failure.Category.Should().Be(FailureCategory.Unreachable);
        failure.Sentence.Should().Contain("was lost without a close");
        (await socket.Awaiting(each => SendAsync(each, "x")).Should().ThrowAsync<PlatformFailureException>())
            .Which.Category.Should().Be(FailureCategory.Unreachable);
    }

    [Fact]
    public async Task A_system_that_answers_no_ping_is_unreachable()
    {
        await using var server = await SocketServer.StartAsync(_ => Task.CompletedTask);
        using var connection = await ConnectAsync(server);
        await using var socket = await connection.OpenSocketAsync(
            "/socket", new() { PingInterval = TimeSpan.FromMilliseconds(100), PingTimeout = TimeSpan.FromMilliseconds(100) }, CancellationToken.None);

        (await FailureAsync(socket)).Category.Should().Be(FailureCategory.Unreachable);
    }

    [Fact]
    public async Task Half_a_message_and_then_silence_is_ended_by_the_token()
    {
        var said = new TaskCompletionSource();
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await SayAsync(socket, "half", isEnd: false);
            said.SetResult();
        });
        using var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);
        await said.Task;
        using var deadline = new CancellationTokenSource();

        var receiving = socket.ReceiveAsync(deadline.Token);
        await deadline.CancelAsync();

        (await receiving.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(deadline.Token);
    }

    [Fact]
    public async Task A_system_that_never_answers_the_close_is_left_after_a_while()
    {
        await using var server = await SocketServer.StartAsync(_ => Task.CompletedTask);
        using var connection = await ConnectAsync(server);
        var socket = await OpenAsync(connection);

        var closing = socket.DisposeAsync().AsTask();
        closing.IsCompleted.Should().BeFalse();
        _clock.Advance(EndpointSocket.ClosePatience);

        await closing.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_close_is_said_in_order()
    {
        var heard = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async socket =>
        {
            await socket.ReceiveAsync(new byte[10], CancellationToken.None);
            heard.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        });
        using var connection = await ConnectAsync(server);

        await (await OpenAsync(connection)).DisposeAsync();

        (await heard.Task.WaitAsync(TimeSpan.FromSeconds(20))).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task The_end_of_the_connection_ends_the_WebSocket_on_both_sides()
    {
        var ended = new TaskCompletionSource();
        await using var server = await SocketServer.StartAsync(async (_, context) =>
        {
            context.RequestAborted.Register(ended.SetResult);
            await ended.Task;
        });
        var connection = await ConnectAsync(server);
        await using var socket = await OpenAsync(connection);
        var receiving = FailureAsync(socket);

        connection.Dispose();

        (await receiving).Category.Should().Be(FailureCategory.Unreachable);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Task SayAsync(WebSocket socket, string text, bool isEnd) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, isEnd, CancellationToken.None);

    private static Task SendAsync(EndpointSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private static async Task<string> ReceiveAsync(EndpointSocket socket) => Encoding.UTF8.GetString((await socket.ReceiveAsync(CancellationToken.None)).Span);

    private static async Task<PlatformFailureException> FailureAsync(EndpointSocket socket) =>
        (await socket.Awaiting(each => each.ReceiveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)))
            .Should().ThrowAsync<PlatformFailureException>()).Which;

    private static async Task<PlatformFailureException> OpenFailureAsync(EndpointConnection connection, string path = "/socket") =>
        (await connection.Awaiting(each => each.OpenSocketAsync(path, null, CancellationToken.None)).Should().ThrowAsync<PlatformFailureException>()).Which;

    private static Task<EndpointSocket> OpenAsync(EndpointConnection connection) => connection.OpenSocketAsync("/socket", null, CancellationToken.None);

    private Task<EndpointConnection> ConnectAsync(SocketServer server, ReadLimits? limits = null, bool isObserved = false, bool useHttps = true) =>
        server.ConnectAsync(_clock, limits, () => _address, isObserved ? new Observer(_seen) : null, useHttps);

    private sealed class Observer(List<ObservedExchange> seen) : IExchangeObserver
    {
        public void Saw(ObservedExchange exchange) => seen.Add(exchange);
    }
}
