namespace Pulse.Simulation.TrueNas;

/// <summary>The authenticator assurance level: 1, or 2 in STIG mode, which forbids API keys.</summary>
public enum AssuranceLevel { Level1, Level2 }
