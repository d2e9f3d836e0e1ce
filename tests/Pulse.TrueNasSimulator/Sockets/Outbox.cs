namespace Pulse.Simulation.TrueNas;

/// <summary>
/// The messages to one client, written one after the other. Calls of a real system run in parallel, so that their answers come in
/// any order: here the answers to requests that arrived together come in the reverse order, without a clock.
/// </summary>
internal sealed class Outbox(Func<bool> inOrder)
{
    private readonly Lock _gate = new();
    private readonly List<OutgoingMessage> _waiting = [];
    private TaskCompletionSource _changed = NewSource();
    private TaskCompletionSource _answered = NewSource();
    private bool _isHeld;

    /// <summary>Holds what is posted until <see cref="Release"/>: more requests are about to be read.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _isHeld = true;
        }
    }

    public void Release() => Change(() => _isHeld = false);

    public void Post(OutgoingMessage message) => Change(() => _waiting.Add(message));

    /// <summary>Completes when the next answer has been written, whichever that is.</summary>
    public Task NextAnswer()
    {
        lock (_gate)
        {
            return _answered.Task;
        }
    }

    /// <summary>Writes until the socket ends.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var (next, changed) = Take();
            if (next is null)
            {
                await changed.WaitAsync(ct);
                continue;
            }

            await next.WriteAsync(ct);
            if (next.IsAnswer)
            {
                Answered();
            }
        }
    }

    private (OutgoingMessage? Next, Task Changed) Take()
    {
        lock (_gate)
        {
            if (_isHeld || _waiting.Count == 0)
            {
                return (null, _changed.Task);
            }

            var notification = _waiting.FindIndex(message => !message.IsAnswer);
            var index = notification >= 0 ? notification : inOrder() ? 0 : _waiting.Count - 1;
            var next = _waiting[index];
            _waiting.RemoveAt(index);
            return (next, _changed.Task);
        }
    }

    private void Answered()
    {
        TaskCompletionSource answered;
        lock (_gate)
        {
            (answered, _answered) = (_answered, NewSource());
        }

        answered.SetResult();
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, NewSource());
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
