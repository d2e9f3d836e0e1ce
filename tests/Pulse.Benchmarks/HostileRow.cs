namespace Pulse.Benchmarks;

/// <summary>The cost of a hostile system.</summary>
/// <param name="Attacks">The number of attacks.</param>
/// <param name="Latest">The largest delay of a healthy connection's poll.</param>
/// <param name="Memory">The largest resident memory of Pulse, in bytes.</param>
/// <param name="Stop">The time that Pulse needed to stop.</param>
internal sealed record HostileRow(int Attacks, TimeSpan Latest, long Memory, TimeSpan Stop)
{
    public override string ToString() =>
        $"| {Attacks} | {Math.Max(0, Latest.TotalSeconds):N2} s | {Memory / 1024d / 1024d:N0} MiB | {Stop.TotalSeconds:N1} s |";
}
