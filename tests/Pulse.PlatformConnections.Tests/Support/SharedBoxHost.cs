namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>One host for tests that do not affect each other.</summary>
public sealed class SharedBoxHost : IAsyncDisposable
{
    internal BoxHost Host { get; } = BoxHost.Start();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
