using Pulse.Access;
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

    /// <summary>A stored secret goes to another endpoint than the one it was entered for.</summary>
    public static AuditEntry SecretSentElsewhere(Connection connection, string before, string after) =>
        Entry("secret_sent_to_new_endpoint", connection, detail: $"{before} to {after}");
}
