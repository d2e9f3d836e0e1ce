namespace Pulse.Access.Audit;

/// <summary>
/// One line of the audit trail, without actor and time, which <see cref="IAuditTrail"/> adds. No member may hold a
/// secret.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>The action, as a stable snake-case word such as <c>sign_in</c> or <c>connection_update</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The outcome, as a stable word such as <c>succeeded</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The platform concerned, such as <c>vmware</c>; null if the action concerns no platform.</summary>
    public string? Platform { get; init; }

    /// <summary>The connection concerned; null if the action concerns no connection.</summary>
    public Guid? ConnectionId { get; init; }

    /// <summary>The connection's name at that time, so that the trail stays readable after the connection is gone.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The names of the changed fields. Never their values.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Further information for a reader of the trail, in one sentence.</summary>
    public string? Detail { get; init; }
}
