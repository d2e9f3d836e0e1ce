namespace Pulse.IntegrationTests.Support;

/// <summary>One host with its defaults for all tests of a class. Each test has a vCenter of its own, and leaves no connection behind.</summary>
public sealed class SharedPulse : IAsyncDisposable
{
    private PulseUnderTest? _pulse;

    public PulseUnderTest Pulse => _pulse ??= PulseUnderTest.Start(null, null);

    public bool Is(PulseUnderTest pulse) => pulse == _pulse;

    public ValueTask DisposeAsync() => _pulse?.DisposeAsync() ?? ValueTask.CompletedTask;
}
