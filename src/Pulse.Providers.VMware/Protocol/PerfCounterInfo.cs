
namespace Pulse.Providers.VMware.Protocol;

internal sealed record PerfCounterInfo(int Key, PerfCounterInfo.ElementDescription GroupInfo, PerfCounterInfo.ElementDescription NameInfo, string RollupType)
{
    public string Name => $"{GroupInfo.Key}.{NameInfo.Key}.{RollupType}";

    internal sealed record ElementDescription(string Key);
}
