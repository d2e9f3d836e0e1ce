namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Gives a few bytes at a time, as a network does.</summary>
internal sealed class TrickleStream(byte[] bytes, int chunkSize) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, chunkSize)], cancellationToken);
}
