namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>Alone, because it looks at how long an answer takes.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzCollection;
