using Pulse.Access.Audit;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Audit entries about a connection: names of fields, never values of secrets.</summary>
internal static class ConnectionAudit
{
    public static AuditEntry Entry(
        string action, Connection connection, string outcome = "succeeded", IReadOnlyList<string>? fields = null, string? detail = null) => new()
        {
            Action = action,
            Outcome = outcome,
            Platform = connection.Platform,
            ConnectionId = connection.Id,
            ConnectionName = connection.Name,
            Fields = fields ?? [],
            Detail = detail,
        };

    /// <summary>A stored secret goes another way than the one it was entered for.</summary>
    /// <param name="connection">The connection as it is stored.</param>
    /// <param name="fields">The members by which it does.</param>
    /// <param name="before">The endpoint it was entered for.</param>
    /// <param name="after">The endpoint it goes to.</param>
    /// <param name="sent">Whether a login was tried with it; else it only may be.</param>
    public static AuditEntry SecretGoesElsewhere(Connection connection, IReadOnlyList<string> fields, string before, string after, bool sent) =>
        Entry(
            sent ? "secret_sent_to_new_endpoint" : "secret_sent_to_new_endpoint_allowed",
            connection,
            fields: fields,
            detail: $"{before} to {after}");
}
