namespace Pulse.Simulation;

/// <summary>The vendor documents it, and the simulator does not have it: not the same as what no vCenter has.</summary>
internal sealed class NotSimulatedException(string what) : Exception($"The simulator does not simulate {what}.");
