using Pulse.PlatformConnections.Testing;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>Runs one step, or only the work of it.</summary>
internal delegate Task StepRunner(string name, Func<StepNotes, Task> run);
