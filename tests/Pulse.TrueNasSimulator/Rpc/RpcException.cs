namespace Pulse.Simulation.TrueNas;

/// <summary>A call that ends with an error.</summary>
internal sealed class RpcException(RpcError error) : Exception(error.Message)
{
    public RpcError Error { get; } = error;
}
