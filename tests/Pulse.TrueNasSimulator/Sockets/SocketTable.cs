namespace Pulse.Simulation.TrueNas;

/// <summary>The sockets that are open now.</summary>
internal sealed class SocketTable(SimulatorCounters counters)
{
    private readonly Lock _gate = new();
    private readonly List<ClientSocket> _open = [];
    private readonly List<(int AtMost, TaskCompletionSource Reached)> _waiting = [];

    public void Add(ClientSocket socket)
    {
        lock (_gate)
        {
            _open.Add(socket);
            counters.SocketOpened();
        }
    }

    public void Remove(ClientSocket socket)
    {
        lock (_gate)
        {
            if (_open.Remove(socket))
            {
                counters.SocketClosed();
                _waiting.RemoveAll(wait => _open.Count <= wait.AtMost && wait.Reached.TrySetResult());
            }
        }
    }

    public Task WhenOpenAsync(int atMost)
    {
        lock (_gate)
        {
            if (_open.Count <= atMost)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((atMost, reached));
            return reached.Task;
        }
    }

    public void Notify(CollectionChange change) => ForEach(socket => socket.Notify(change));

    public void EndSessions() => ForEach(socket => socket.EndSession());

    public void CutAll() => ForEach(socket => socket.Cut());

    private void ForEach(Action<ClientSocket> action)
    {
        ClientSocket[] open;
        lock (_gate)
        {
            open = [.. _open];
        }

        foreach (var socket in open)
        {
            action(socket);
        }
    }
}
