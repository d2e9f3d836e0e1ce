namespace Pulse.Simulation;

/// <summary>The vendor documents the requested part, but the simulator does not have it. A part that no vCenter has is another error.</summary>
internal sealed class NotSimulatedException(string what) : Exception($"The simulator does not simulate {what}.");
