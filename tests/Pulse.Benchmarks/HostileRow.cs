namespace Pulse.Benchmarks;

/// <summary>What a hostile system cost.</summary>
/// <param name="Attacks">How many there were.</param>
/// <param name="Latest">How late a poll of a healthy connection was at the most.</param>
/// <param name="Memory">The most resident bytes of Pulse.</param>
/// <param name="Stop">How long Pulse took to stop.</param>
internal sealed record HostileRow(int Attacks, TimeSpan Latest, long Memory, TimeSpan Stop)
{
    public override string ToString() =>
        $"| {Attacks} | {Math.Max(0, Latest.TotalSeconds):N2} s | {Memory / 1024d / 1024d:N0} MiB | {Stop.TotalSeconds:N1} s |";
}
