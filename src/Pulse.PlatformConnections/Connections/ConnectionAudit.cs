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

    /// <summary>A stored secret may go to another endpoint than the one it was entered for.</summary>
    /// <param name="connection">The stored connection.</param>
    /// <param name="fields">The members that cause this.</param>
    /// <param name="before">The endpoint that the secret was entered for.</param>
    /// <param name="after">The endpoint that the secret goes to.</param>
    /// <param name="sent">Whether a login with the secret was tried; if not, the change only allows it.</param>
    public static AuditEntry SecretGoesElsewhere(Connection connection, IReadOnlyList<string> fields, string before, string after, bool sent) =>
        Entry(
            sent ? "secret_sent_to_new_endpoint" : "secret_sent_to_new_endpoint_allowed",
            connection,
            fields: fields,
            detail: $"{before} to {after}");
}
