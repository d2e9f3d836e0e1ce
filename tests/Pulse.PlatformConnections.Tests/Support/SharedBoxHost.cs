namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>One host for tests that do not get into each other's way.</summary>
public sealed class SharedBoxHost : IAsyncDisposable
{
    internal BoxHost Host { get; } = BoxHost.Start();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
