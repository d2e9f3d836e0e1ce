namespace Pulse.PlatformConnections.Connections;

/// <summary>The versions of a connection that a change may start from.</summary>
/// <param name="Versions">The versions; null if the caller expects no particular one.</param>
internal sealed record ExpectedVersion(IReadOnlyList<int>? Versions)
{
    /// <summary>A change may start from every version.</summary>
    public static ExpectedVersion Any { get; } = new((IReadOnlyList<int>?)null);

    public bool Includes(int version) => Versions?.Contains(version) != false;
}
