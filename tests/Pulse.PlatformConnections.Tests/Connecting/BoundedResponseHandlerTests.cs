using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class BoundedResponseHandlerTests
{
    private const int Limit = 1000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_limit_is_a_protocol_failure_with_and_without_an_announced_length(bool announced)
    {
        var read = () => ReadAsync(Limit + 1, announced);

        (await read.Should().ThrowAsync<PlatformFailureException>()).Which.Category.Should().Be(FailureCategory.Protocol);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_at_the_limit_passes_whole(bool announced) =>
        (await ReadAsync(Limit, announced)).Should().Be(Limit);

    private static async Task<long> ReadAsync(int length, bool announced)
    {
        using var client = new HttpClient(new BoundedResponseHandler(Limit, new Answer(length, announced)));
        using var response = await client.GetAsync("http://vcsa.lab.example/", HttpCompletionOption.ResponseHeadersRead);
        using var body = new MemoryStream();
        await (await response.Content.ReadAsStreamAsync()).CopyToAsync(body);
        return body.Length;
    }

    private sealed class Answer(int length, bool announced) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new MemoryStream(new byte[length]));
            content.Headers.ContentLength = announced ? length : null;
            return Task.FromResult(new HttpResponseMessage { Content = announced ? content : new ChunkedContent(content) });
        }
    }

    private sealed class ChunkedContent(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => inner.CopyToAsync(stream);

        protected override Task<Stream> CreateContentReadStreamAsync() => inner.ReadAsStreamAsync();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
