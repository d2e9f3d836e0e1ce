namespace Pulse.Access.Audit;

/// <summary>
/// One line of the audit trail, without the who and the when, which <see cref="IAuditTrail"/> adds. No member may hold a
/// secret.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>What was done, as a stable snake-case word such as <c>sign_in</c> or <c>connection_update</c>.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended, as a stable word such as <c>succeeded</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The platform concerned, such as <c>vmware</c>; null when the action concerns none.</summary>
    public string? Platform { get; init; }

    /// <summary>The connection concerned; null when the action concerns none.</summary>
    public Guid? ConnectionId { get; init; }

    /// <summary>The connection's name at that time, so that the trail stays readable after the connection is gone.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The names of the changed fields. Never their values.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What else a reader of the trail needs to know, in one sentence.</summary>
    public string? Detail { get; init; }
}
