namespace Pulse.Simulation;

public enum ApiFamily { Automation, VimJson }
