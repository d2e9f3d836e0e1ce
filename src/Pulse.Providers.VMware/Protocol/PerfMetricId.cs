
namespace Pulse.Providers.VMware.Protocol;

internal sealed record PerfMetricId(int CounterId, string Instance) : DataObject;
