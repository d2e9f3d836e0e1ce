using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>An exchange of the simulator was not as the vendor documents it, and no exception is listed for it.</summary>
public sealed class ContractException(IReadOnlyList<Deviation> deviations)
    : Exception($"{deviations.Count} deviation(s) from the vendor's contract:\n{string.Join('\n', deviations.Distinct().Take(20))}")
{
    public IReadOnlyList<Deviation> Deviations { get; } = deviations;
}
