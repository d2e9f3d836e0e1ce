namespace Pulse.Simulation.TrueNas;

internal enum LoginOutcome { Success, AuthErr, Expired, Denied, OtpRequired }
