using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The body of an answer. Keeps a copy of the bytes that were read.</summary>
internal sealed class ObservedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly bool _isEncoded;
    private readonly MemoryStream _copy = new();
    private Action<ReadOnlyMemory<byte>, bool>? _ended;
    private bool _isCut;

    /// <param name="inner">The body.</param>
    /// <param name="ended">Gets the copy, and whether the copy is the whole body. Called once.</param>
    public ObservedContent(HttpContent inner, Action<ReadOnlyMemory<byte>, bool> ended)
    {
        (_inner, _ended) = (inner, ended);
        _isEncoded = inner.Headers.ContentEncoding.Any(encoding => encoding is not "identity");
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => new CopyingStream(await _inner.ReadAsStreamAsync(), this);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var body = await CreateContentReadStreamAsync();
        await body.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A reader that stops at the last byte has not seen the end, but has read the whole body.
            End(isWhole: _copy.Length == _inner.Headers.ContentLength);
            _inner.Dispose();
            _copy.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            End(isWhole: true);
        }
        else if (_copy.Length + bytes.Length > ObservedExchange.LongestBody)
        {
            _isCut = true;
        }
        else if (!_isCut && _ended is not null)
        {
            _copy.Write(bytes);
        }
    }

    private void End(bool isWhole) => Interlocked.Exchange(ref _ended, null)?.Invoke(_copy.ToArray(), isWhole && !_isCut && !_isEncoded);

    private sealed class CopyingStream(Stream inner, ObservedContent content) : ReadOnlyStream(inner)
    {
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = Inner.Read(buffer);
            content.Keep(buffer[..read]);
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await Inner.ReadAsync(buffer, cancellationToken);
            if (buffer.Length > 0)
            {
                content.Keep(buffer.Span[..read]);
            }

            return read;
        }
    }
}
