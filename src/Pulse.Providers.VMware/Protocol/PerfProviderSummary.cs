
namespace Pulse.Providers.VMware.Protocol;

internal sealed record PerfProviderSummary
{
    public bool CurrentSupported { get; init; }

    /// <summary>Seconds between two current samples.</summary>
    public int RefreshRate { get; init; }
}
