namespace Pulse.Benchmarks;

/// <summary>One line of the table.</summary>
internal sealed record Row(string Name, int Machines, long Requests, long Bytes, TimeSpan Elapsed, long Allocated, long PeakGrowth)
{
    public override string ToString() =>
        $"| {Name} | {Machines:N0} | {Requests} | {Bytes:N0} | {Elapsed.TotalMilliseconds:N1} | {Allocated / 1024d:N0} KiB | {PeakGrowth / 1024d / 1024d:N1} MiB |";
}
