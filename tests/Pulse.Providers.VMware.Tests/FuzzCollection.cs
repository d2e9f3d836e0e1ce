namespace Pulse.Providers.VMware.Tests;

/// <summary>Alone, because it looks at the memory of the process.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzCollection;
