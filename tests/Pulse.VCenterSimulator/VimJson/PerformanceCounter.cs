namespace Pulse.Simulation;

internal sealed record PerformanceCounter(int Key, string Group, string Name, string RollupType, string Unit, string StatsType, int Level)
{
    // facts.md#6.1: some of the ids that a vCenter gave.
    public static IReadOnlyList<PerformanceCounter> All { get; } =
    [
        new(1, "cpu", "usage", "none", "percent", "rate", 4),
        new(2, "cpu", "usage", "average", "percent", "rate", 1),
        new(24, "mem", "usage", "average", "percent", "absolute", 1),
        new(125, "disk", "usage", "average", "kiloBytesPerSecond", "rate", 1),
        new(143, "net", "usage", "average", "kiloBytesPerSecond", "rate", 1),
        new(155, "sys", "uptime", "latest", "second", "absolute", 1),
    ];

    public static bool IsKnown(int key) => All.Any(counter => counter.Key == key);
}
