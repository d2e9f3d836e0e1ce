namespace Pulse.IntegrationTests.Support;

/// <summary>One host with default settings for all tests of a class. Each test has its own vCenter, and deletes its connections at the end.</summary>
public sealed class SharedPulse : IAsyncDisposable
{
    private PulseUnderTest? _pulse;

    public PulseUnderTest Pulse => _pulse ??= PulseUnderTest.Start(null, null);

    public bool Is(PulseUnderTest pulse) => pulse == _pulse;

    public ValueTask DisposeAsync() => _pulse?.DisposeAsync() ?? ValueTask.CompletedTask;
}
