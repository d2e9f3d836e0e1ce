using System.Net;

namespace Pulse.Simulation.TrueNas;

/// <summary>The content of an answer that became a stream of both directions.</summary>
internal sealed class UpgradedContent(Stream stream) : HttpContent
{
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => stream;

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(stream);

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
