namespace Pulse.Simulation;

internal sealed record UpdateSet(string Version, bool Truncated, ArraySegment<ObjectUpdate> Updates);
