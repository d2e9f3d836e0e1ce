using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// The decoded body of an answer. Each read ends with the token of the request, whatever token the reader passes or
/// forgets. The stream skips a byte order mark and counts the bytes that were read.
/// </summary>
internal sealed class AnswerStream(Stream inner, Action<int> count, CancellationToken requestEnded) : ReadOnlyStream(inner)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] _start = new byte[ByteOrderMark.Length];
    private Memory<byte> _unread;
    private bool _isStarted;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var both = cancellationToken.CanBeCanceled && cancellationToken != requestEnded
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, requestEnded)
            : null;
        var read = await ReadDecodedAsync(buffer, both?.Token ?? requestEnded);
        count(read);
        return read;
    }

    /// <summary>A read that blocks cannot be ended, so a synchronous read fails at the first attempt.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    private async ValueTask<int> ReadDecodedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            if (!_isStarted)
            {
                await StartAsync(cancellationToken);
            }

            if (_unread.IsEmpty)
            {
                return await Inner.ReadAsync(buffer, cancellationToken);
            }

            var length = Math.Min(buffer.Length, _unread.Length);
            _unread[..length].CopyTo(buffer);
            _unread = _unread[length..];
            return length;
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            // The decompressors throw this if the body was not compressed as announced.
            throw new PlatformFailureException(FailureCategory.Protocol, "Content-Encoding");
        }
    }

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        var length = await Inner.ReadAtLeastAsync(_start, _start.Length, throwOnEndOfStream: false, cancellationToken);
        _unread = _start.AsSpan(0, length).SequenceEqual(ByteOrderMark) ? Memory<byte>.Empty : _start.AsMemory(0, length);
        _isStarted = true;
    }
}
