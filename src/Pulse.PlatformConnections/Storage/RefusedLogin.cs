namespace Pulse.PlatformConnections.Storage;

/// <summary>A login that a system refused: stored with a keyed hash, so that the same secret is not tried again.</summary>
internal sealed class RefusedLogin
{
    public long Id { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>The system behind the endpoint, so that its other host names count as well; null if it was not known.</summary>
    public required string? SystemId { get; init; }

    public required string Account { get; init; }

    public required string SecretHash { get; init; }

    public required DateTimeOffset At { get; init; }
}
