namespace Pulse.Simulation;

// Named as in the VIM API, since the name is the type on the wire.
public enum VirtualMachinePowerState { PoweredOn, PoweredOff, Suspended }
