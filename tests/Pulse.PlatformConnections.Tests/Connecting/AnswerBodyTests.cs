using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class AnswerBodyTests
{
    private const string Text = "{\"name\":\"Zürich 東京\"}";

    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Text);

    [Fact]
    public async Task A_plain_answer_is_read_as_it_is() => (await ReadTextAsync(Utf8)).Should().Be(Text);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_answer_shorter_than_a_byte_order_mark_is_read_whole(int length) =>
        (await ReadTextAsync(Utf8[..length])).Should().Be(Text[..length]);

    [Fact]
    public async Task A_byte_order_mark_is_skipped() => (await ReadTextAsync([0xEF, 0xBB, 0xBF, .. Utf8])).Should().Be(Text);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("\"utf-16\"")]
    [InlineData("iso-8859-1")]
    public async Task Another_charset_is_decoded(string charset)
    {
        var encoding = Encoding.GetEncoding(charset.Trim('"'));

        (await ReadTextAsync(encoding.GetBytes(Text), charset: charset)).Should().Be(encoding.GetString(encoding.GetBytes(Text)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    public async Task What_comes_compressed_all_the_same_is_read(string encodings)
    {
        var body = encodings.Split(", ").Aggregate(Utf8, Compress);

        (await ReadTextAsync(body, encodings)).Should().Be(Text);
    }

    [Theory]
    [InlineData("zstd", null)]
    [InlineData(null, "klingon")]
    public async Task An_unknown_encoding_is_named(string? encoding, string? charset)
    {
        var failure = (await FluentActions.Awaiting(() => ReadTextAsync(Utf8, encoding, charset)).Should().ThrowAsync<PlatformFailureException>()).Which;

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Detail.Should().Contain(encoding ?? charset);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_is_not_compressed_as_announced_is_a_protocol_failure(string encoding) =>
        (await FluentActions.Awaiting(() => ReadTextAsync(Encoding.ASCII.GetBytes(new string('x', 500)), encoding)).Should().ThrowAsync<PlatformFailureException>())
            .Which.Category.Should().Be(FailureCategory.Protocol);

    [Fact]
    public async Task A_small_answer_that_grows_when_it_is_decompressed_is_ended_at_the_limit()
    {
        var bomb = Compress(new byte[3 * 1024 * 1024], "gzip");

        var failure = (await FluentActions.Awaiting(() => ReadTextAsync(bomb, "gzip", limits: new ReadLimits { Megabytes = 1 }))
            .Should().ThrowAsync<PlatformFailureException>()).Which;

        bomb.Length.Should().BeLessThan(100_000);
        (failure.Category, failure.Detail).Should().Be((FailureCategory.Protocol, "Pulse:Limits:Megabytes = 1"));
    }

    [Fact]
    public async Task All_answers_of_one_read_share_its_budget_and_a_new_read_has_its_own()
    {
        var budget = new ReadBudget(new ReadLimits { Megabytes = 1 });
        await ReadAsync(new byte[600 * 1024], budget);
        await FluentActions.Awaiting(() => ReadAsync(new byte[600 * 1024], budget)).Should().ThrowAsync<PlatformFailureException>();

        budget.Begin();

        (await ReadAsync(new byte[600 * 1024], budget)).Should().HaveCount(600 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_limit_is_a_protocol_failure_with_and_without_an_announced_length(bool announced)
    {
        using var response = new HttpResponseMessage
        {
            Content = new StreamContent(new EndlessStream()),
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://vcsa.lab.example/"),
        };
        response.Content.Headers.ContentLength = announced ? EndpointConnection.MaxResponseBytes + 1 : null;

        var read = async () =>
        {
            await using var body = await AnswerBody.OpenAsync(response, new ReadBudget(new ReadLimits()), _ => { }, CancellationToken.None);
            await body.CopyToAsync(Stream.Null);
        };

        var failure = (await read.Should().ThrowAsync<PlatformFailureException>()).Which;
        (failure.Category, failure.Sentence).Should().Be(
            (FailureCategory.Protocol, "The answer of vcsa.lab.example:443 is longer than 64 MiB, which is more than Pulse ever needs."));
    }

    [Fact]
    public async Task A_read_ends_with_its_request_whatever_token_the_reader_passes()
    {
        using var request = new CancellationTokenSource();
        using var response = new HttpResponseMessage { Content = new StreamContent(new SilentStream()) };
        await using var body = await AnswerBody.OpenAsync(response, new ReadBudget(new ReadLimits()), _ => { }, request.Token);
        using var readersOwn = new CancellationTokenSource();
        var forgotten = body.ReadAsync(new byte[10], CancellationToken.None).AsTask();
        await request.CancelAsync();

        await FluentActions.Awaiting(() => forgotten).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => body.ReadAsync(new byte[10], readersOwn.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        body.Invoking(stream => stream.ReadByte()).Should().Throw<NotSupportedException>("a read that blocks could not be ended");
    }

    private static async Task<string> ReadTextAsync(byte[] bytes, string? encodings = null, string? charset = null, ReadLimits? limits = null) =>
        Encoding.UTF8.GetString(await ReadAsync(bytes, new ReadBudget(limits ?? new ReadLimits()), encodings, charset));

    private static async Task<byte[]> ReadAsync(byte[] bytes, ReadBudget budget, string? encodings = null, string? charset = null)
    {
        using var response = new HttpResponseMessage { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset };
        foreach (var encoding in encodings?.Split(", ") ?? [])
        {
            response.Content.Headers.ContentEncoding.Add(encoding);
        }

        await using var body = await AnswerBody.OpenAsync(response, budget, _ => { }, CancellationToken.None);
        using var read = new MemoryStream();
        await body.CopyToAsync(read);
        return read.ToArray();
    }

    private static byte[] Compress(byte[] bytes, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream compressing = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(compressed, CompressionMode.Compress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Compress),
            "br" => new BrotliStream(compressed, CompressionMode.Compress),
            _ => new BufferedStream(compressed),
        })
        {
            compressing.Write(bytes);
        }

        return compressed.ToArray();
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
