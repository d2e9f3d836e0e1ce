using System.Diagnostics.CodeAnalysis;

namespace Pulse.Simulation.TrueNas;

/// <summary>The calls in flight on one socket: ten run, ten more wait, and the next is refused (facts.md#2).</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle.")]
internal sealed class ConcurrencyGate
{
    public const int Running = 10;
    public const int Hard = 20;

    private readonly SemaphoreSlim _running = new(Running);
    private int _inFlight;

    /// <exception cref="RpcException">Too many calls are in flight.</exception>
    public async Task RunAsync(Func<Task> call, bool isLimited, CancellationToken ct)
    {
        if (!isLimited)
        {
            await call();
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _inFlight) > Hard)
            {
                throw RpcError.TooMany(Hard).Exception();
            }

            await RunInTurnAsync(call, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task RunInTurnAsync(Func<Task> call, CancellationToken ct)
    {
        await _running.WaitAsync(ct);
        try
        {
            await call();
        }
        finally
        {
            _running.Release();
        }
    }
}
