namespace Pulse.PlatformConnections.Connections;

/// <summary>The versions of a connection on which a change may build.</summary>
/// <param name="Versions">The versions; null when the caller expects none in particular.</param>
internal sealed record ExpectedVersion(IReadOnlyList<int>? Versions)
{
    /// <summary>A change may build on every version.</summary>
    public static ExpectedVersion Any { get; } = new((IReadOnlyList<int>?)null);

    public bool Includes(int version) => Versions?.Contains(version) != false;
}
