namespace Pulse.Simulation;

internal enum SignInOutcome { Refused, Full, Open }
