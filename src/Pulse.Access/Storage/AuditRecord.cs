namespace Pulse.Access.Storage;

/// <summary>Written once: Pulse never updates or deletes a record.</summary>
internal sealed class AuditRecord
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public string? ActorAddress { get; init; }

    public required string Action { get; init; }

    public required string Outcome { get; init; }

    public string? Platform { get; init; }

    public Guid? ConnectionId { get; init; }

    public string? ConnectionName { get; init; }

    /// <summary>Names separated by commas: one plain column for every database.</summary>
    public required string Fields { get; init; }

    public string? Detail { get; init; }
}
