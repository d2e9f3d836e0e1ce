using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Limits the number of concurrent tests. Tests over the limit wait for their turn.</summary>
internal sealed class TestSlots(IOptions<TestOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.MaxConcurrent);

    /// <summary>The largest number of concurrent tests.</summary>
    public int Count => options.Value.MaxConcurrent;

    /// <summary>Waits for a slot, at most for the time limit of a test.</summary>
    /// <returns>The slot, to be disposed after the test; null if no slot became free in time.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _free.WaitAsync(either.Token);
            return new Slot(_free);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
