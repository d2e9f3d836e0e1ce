namespace Pulse.IntegrationTests.Support;

/// <summary>The ways in which a connection breaks instead of carrying an answer.</summary>
public enum LineFault
{
    ConnectionResetByPeer,
    EmptyResponse,
    MalformedResponseChunk,
    RandomDataThenClose,
}
