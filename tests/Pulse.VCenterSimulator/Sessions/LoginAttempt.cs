namespace Pulse.Simulation;

public sealed record LoginAttempt(DateTimeOffset Time, string UserName, bool Accepted);
