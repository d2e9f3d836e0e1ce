using System.Text.Json;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>POST /api/{platform}/connections</c>: saves a connection; its first poll starts at once.</summary>
internal sealed class CreateConnection(
    ConnectionsDbContext context, ConnectionEditor editor, LocalPollers pollers, IAuditTrail audit)
{
    public async Task<Outcome<ConnectionDocument>> HandleAsync(
        PlatformDescriptor platform, JsonElement body, CancellationToken cancellationToken)
    {
        if (!new SettingsReader(platform, body, stored: null, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return new ConnectionRefusal.Invalid(errors);
        }

        var connection = editor.Create(settings, platform);
        context.Add(connection);
        if (await ConnectionEditor.SaveAsync(context, connection, cancellationToken) is { } conflict)
        {
            return conflict;
        }

        if (connection.Enabled)
        {
            pollers.PollNow(connection.Id);
        }

        await audit.RecordAsync(ConnectionAudit.Entry("connection_created", connection), CancellationToken.None);
        return ConnectionDocument.From(connection, platform, pollers);
    }
}
