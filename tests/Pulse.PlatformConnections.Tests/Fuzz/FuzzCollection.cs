namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>Runs alone, because it measures how long an answer takes.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzCollection;
