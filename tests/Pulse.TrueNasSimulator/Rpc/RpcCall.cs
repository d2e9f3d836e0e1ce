using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>A call that is allowed to run. The session is null for a method that needs none.</summary>
internal sealed record RpcCall(TrueNasState Nas, ClientSocket Socket, JsonElement[] Params, Session? Session)
{
    /// <exception cref="RpcException">The call has parameters.</exception>
    public void TakesNone() => Takes(0);

    /// <exception cref="RpcException">The call has more parameters.</exception>
    public void Takes(int atMost)
    {
        if (Params.Length > atMost)
        {
            throw RpcError.Params("", $"Too many arguments (expected {atMost}, found {Params.Length})").Exception();
        }
    }

    /// <exception cref="RpcException">The only parameter is not a text.</exception>
    public string TakesText(string name)
    {
        Takes(1);
        return Params is [{ ValueKind: JsonValueKind.String } text] ? text.GetString()! : throw RpcError.Params(name, "Field required").Exception();
    }
}
