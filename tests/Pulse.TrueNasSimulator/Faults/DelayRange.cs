namespace Pulse.Simulation.TrueNas;

/// <summary>A wait of a random length, as the server puts before refusals.</summary>
public sealed record DelayRange(TimeSpan Shortest, TimeSpan Longest)
{
    public static DelayRange None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public static DelayRange Seconds(int shortest, int longest) => new(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));

    internal TimeSpan Pick() => Shortest + ((Longest - Shortest) * Random.Shared.NextDouble());
}
