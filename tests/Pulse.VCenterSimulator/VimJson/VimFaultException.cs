namespace Pulse.Simulation;

internal sealed class VimFaultException(VimFault fault) : Exception(fault.Message)
{
    public VimFault Fault { get; } = fault;
}
