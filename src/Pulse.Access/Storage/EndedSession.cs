namespace Pulse.Access.Storage;

/// <summary>A session that was signed out: its cookie may have been copied, and is refused.</summary>
internal sealed class EndedSession
{
    public required Guid Id { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
