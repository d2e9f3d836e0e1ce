using Pulse.Access.Storage;

namespace Pulse.Access.Audit;

/// <summary>An entry of the trail as the list shows it.</summary>
internal sealed record AuditLine
{
    public required long Id { get; init; }

    public required DateTime At { get; init; }

    public required string Actor { get; init; }

    public required string? ActorAddress { get; init; }

    public required string Action { get; init; }

    public required string Outcome { get; init; }

    public required string? Platform { get; init; }

    public required Guid? ConnectionId { get; init; }

    public required string? ConnectionName { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public required string? Detail { get; init; }

    public static AuditLine From(AuditRecord record) => new()
    {
        Id = record.Id,
        At = record.At.UtcDateTime,
        Actor = record.Actor,
        ActorAddress = record.ActorAddress,
        Action = record.Action,
        Outcome = record.Outcome,
        Platform = record.Platform,
        ConnectionId = record.ConnectionId,
        ConnectionName = record.ConnectionName,
        Fields = record.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries),
        Detail = record.Detail,
    };
}
