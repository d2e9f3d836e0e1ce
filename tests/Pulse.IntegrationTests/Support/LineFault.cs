namespace Pulse.IntegrationTests.Support;

/// <summary>How a line breaks instead of carrying an answer.</summary>
public enum LineFault
{
    ConnectionResetByPeer,
    EmptyResponse,
    MalformedResponseChunk,
    RandomDataThenClose,
}
