using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>An exchange of the simulator deviates from the vendor's documentation, and the list of exceptions does not contain it.</summary>
public sealed class ContractException(IReadOnlyList<Deviation> deviations)
    : Exception($"{deviations.Count} deviation(s) from the vendor's contract:\n{string.Join('\n', deviations.Distinct().Take(20))}")
{
    public IReadOnlyList<Deviation> Deviations { get; } = deviations;
}
