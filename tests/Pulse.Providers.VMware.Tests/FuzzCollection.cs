namespace Pulse.Providers.VMware.Tests;

/// <summary>These tests run alone, because they measure the memory of the process.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzCollection;
