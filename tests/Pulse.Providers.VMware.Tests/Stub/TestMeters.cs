using System.Diagnostics.Metrics;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>Makes meters that belong to one test.</summary>
internal sealed class TestMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options.Name, options.Version, options.Tags, scope: this);

    public void Dispose()
    {
    }
}
