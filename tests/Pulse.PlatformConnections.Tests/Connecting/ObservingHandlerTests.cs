using System.Net;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class ObservingHandlerTests
{
    private readonly List<ObservedExchange> _seen = [];

    [Fact]
    public async Task An_exchange_is_seen_whole_and_the_reader_gets_the_same()
    {
        var body = await SendAsync(new ByteArrayContent("answer"u8.ToArray()), response => response.Content.ReadAsByteArrayAsync());

        body.Should().Equal("answer"u8.ToArray());
        var exchange = _seen.Should().ContainSingle().Which;
        exchange.Should().BeEquivalentTo(new { Method = "POST", Target = "/path?query", Status = 200, IsWhole = true, IsDeliberate = false });
        exchange.RequestBody.ToArray().Should().Equal("question"u8.ToArray());
        exchange.ResponseBody.ToArray().Should().Equal("answer"u8.ToArray());
        exchange.ToString().Should().NotContain("answer");
    }

    [Fact]
    public async Task An_answer_that_was_not_read_to_its_end_is_not_whole()
    {
        await SendAsync(new ByteArrayContent(new byte[10]), async response =>
        {
            var stream = await response.Content.ReadAsStreamAsync();
            return await stream.ReadAsync(new byte[4]);
        });

        var exchange = _seen.Should().ContainSingle().Which;
        exchange.IsWhole.Should().BeFalse();
        exchange.ResponseBody.Length.Should().Be(4);
    }

    [Fact]
    public async Task A_compressed_answer_is_not_whole()
    {
        var content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentEncoding = { "gzip" } } };

        await SendAsync(content, response => response.Content.ReadAsByteArrayAsync());

        _seen.Should().ContainSingle().Which.IsWhole.Should().BeFalse();
    }

    [Fact]
    public async Task What_is_too_long_is_read_and_not_kept()
    {
        var length = await SendAsync(new ByteArrayContent(new byte[ObservedExchange.LongestBody + 1]), async response =>
        {
            using var copy = new MemoryStream();
            await response.Content.CopyToAsync(copy);
            return copy.Length;
        });

        length.Should().Be(ObservedExchange.LongestBody + 1);
        _seen.Should().ContainSingle().Which.IsWhole.Should().BeFalse();
    }

    [Fact]
    public async Task A_request_without_an_answer_is_seen_as_well()
    {
        using var client = Client(_ => throw new HttpRequestException("lost"));

        await client.Invoking(each => each.GetAsync(new Uri("http://system.example/path"))).Should().ThrowAsync<HttpRequestException>();

        _seen.Should().ContainSingle().Which.Status.Should().BeNull();
    }

    private async Task<T> SendAsync<T>(HttpContent content, Func<HttpResponseMessage, Task<T>> read)
    {
        using var client = Client(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://system.example/path?query") { Content = new ByteArrayContent("question"u8.ToArray()) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await read(response);
    }

    private HttpClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(new ObservingHandler(new Observer(_seen), new Answering(answer)));

    private sealed class Observer(List<ObservedExchange> seen) : IExchangeObserver
    {
        public void Saw(ObservedExchange exchange) => seen.Add(exchange);
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
