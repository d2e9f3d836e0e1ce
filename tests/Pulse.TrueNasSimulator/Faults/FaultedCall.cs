using System.Net.WebSockets;
using System.Text;

namespace Pulse.Simulation.TrueNas;

/// <summary>A call to which something happens: its socket, its id, and its real answer.</summary>
internal sealed class FaultedCall(TrueNasState nas, ClientSocket socket, RpcRequest request, Func<Task<byte[]>> compute)
{
    public TrueNasState Nas => nas;

    public ClientSocket Socket => socket;

    public string Id => request.Id ?? "null";

    public CancellationToken Ended => socket.Ended;

    public Task<byte[]> ComputeAsync() => compute();

    /// <summary>Serves the call as ever. A notification runs and is not answered.</summary>
    public async Task AnswerAsync()
    {
        var answer = await compute();
        if (request.Id is not null)
        {
            socket.PostAnswer(answer);
        }
    }

    /// <summary>Has the socket for itself until the task ends: answers wait, also those that are ready now.</summary>
    public void Occupy(Func<CancellationToken, Task> write) => socket.Outbox.Post(new(IsAnswer: false, write));

    public Task FrameAsync(ReadOnlyMemory<byte> bytes, bool isLast, CancellationToken ct) =>
        socket.WriteFrameAsync(bytes, WebSocketMessageType.Text, isLast, ct);

    public void Say(string text) => socket.PostAnswer(Encoding.UTF8.GetBytes(text));
}
