namespace Pulse.Access.Storage;

/// <summary>A session that was signed out. Its cookie may have been copied, so Pulse refuses it.</summary>
internal sealed class EndedSession
{
    public required Guid Id { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
