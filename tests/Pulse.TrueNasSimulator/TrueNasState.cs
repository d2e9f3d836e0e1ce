namespace Pulse.Simulation.TrueNas;

/// <summary>Everything one simulated TrueNAS remembers.</summary>
internal sealed class TrueNasState
{
    public TrueNasState(TrueNasSimulatorOptions options)
    {
        Options = options;
        Keys = new(options, Counters);
        RateLimits = new(options.TimeProvider);
        Inventory = new(options);
        Sockets = new(Counters);
        Inventory.Changed = Sockets.Notify;
    }

    public TrueNasSimulatorOptions Options { get; }

    public TrueNasProfile Profile => Options.Profile;

    public TimeProvider Time => Options.TimeProvider;

    public SimulatorCounters Counters { get; } = new();

    public FaultSwitches Faults { get; } = new();

    public ApiKeys Keys { get; }

    public RateLimits RateLimits { get; }

    public Inventory Inventory { get; }

    public SocketTable Sockets { get; }

    /// <summary>Waits a random time of the range on the simulator's clock.</summary>
    public Task DelayAsync(DelayRange range, CancellationToken ct) =>
        range.Longest == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(range.Pick(), Time, ct);
}
