namespace Pulse.Simulation;

internal sealed record VimMember(Func<VimCall, ValueTask<VimResult>> Invoke, bool IsAnonymous);
