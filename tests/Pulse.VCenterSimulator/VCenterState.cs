namespace Pulse.Simulation;

/// <summary>The whole state of one simulated vCenter.</summary>
internal sealed class VCenterState(VCenterSimulatorOptions options, FaultSwitches faults)
{
    public VCenterState(VCenterSimulatorOptions options)
        : this(options, new())
    {
    }

    public VCenterSimulatorOptions Options { get; } = options;

    public VCenterProfile Profile => Options.Profile;

    public Inventory Inventory { get; } = new(options);

    public LoginLedger Logins { get; } = options.Directory ?? new(options.TimeProvider);

    public FaultSwitches Faults { get; } = faults;

    public SessionTable Sessions { get; } = new(options, faults);

    public RequestLog Requests { get; } = new();

    /// <summary>Null if the program does not ask for a contract watch.</summary>
    public ContractWatch? Watch { get; } = ContractWatch.Create(options);

    public DateTimeOffset StartedAt { get; } = options.TimeProvider.GetUtcNow();

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
