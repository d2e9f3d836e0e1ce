using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// <c>PUT /api/{platform}/connections/{id}</c>: merges the body into the connection, ends its old session and polls with
/// the new settings at once. A body without changes changes nothing, not even the version.
/// </summary>
internal sealed class UpdateConnection(
    ConnectionsDbContext context,
    ConnectionEditor editor,
    PollRestart restart,
    LocalPollers pollers,
    IAuditTrail audit,
    IOptions<ConnectionOptions> options)
{
    public async Task<Outcome<ConnectionDocument>> HandleAsync(
        PlatformDescriptor platform, Guid id, JsonElement body, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await MergeAsync(platform, id, body, expected, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Since the row was read, a poll was recorded or another edit was saved: merge again with the new row. With
                // If-Match, the other edit then leads to a 412.
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<ConnectionDocument>> MergeAsync(
        PlatformDescriptor platform, Guid id, JsonElement body, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        var connection = await context.Connections.Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
        if (connection is null)
        {
            return new ConnectionRefusal.NotFound(id);
        }

        if (!expected.Includes(connection.Version))
        {
            return new ConnectionRefusal.VersionMismatch(connection.Version);
        }

        if (!new SettingsReader(platform, body, connection, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return new ConnectionRefusal.Invalid(errors);
        }

        var elsewhere = ConnectionChanges.SecretGoesElsewhere(connection, settings, platform);
        if (elsewhere.Count > 0 && options.Value.BindSecretsToEndpoint)
        {
            return new ConnectionRefusal.SecretReentryRequired(elsewhere);
        }

        var before = ConnectionChanges.Url(connection.Host, connection.Port, connection.UseHttps);
        var wasSuspended = connection.Health.SuspendedReason is not null;
        var changed = editor.Apply(connection, settings, platform);
        if (changed.Count > 0)
        {
            if (await ConnectionEditor.SaveAsync(context, connection, cancellationToken) is { } conflict)
            {
                return conflict;
            }

            await restart.TakeEffectAsync(connection, platform, endsSuspension: wasSuspended && connection.Health.SuspendedReason is null);
            await AuditAsync(connection, changed, elsewhere, before);
        }

        return ConnectionDocument.From(connection, platform, pollers);
    }

    private async Task AuditAsync(Connection connection, IReadOnlyList<string> changed, IReadOnlyList<string> elsewhere, string before)
    {
        var action = changed is [ConnectionMembers.Enabled] ? (connection.Enabled ? "connection_resumed" : "connection_paused") : "connection_updated";
        await audit.RecordAsync(ConnectionAudit.Entry(action, connection, fields: changed), CancellationToken.None);
        if (elsewhere.Count > 0)
        {
            var after = ConnectionChanges.Url(connection.Host, connection.Port, connection.UseHttps);
            await audit.RecordAsync(ConnectionAudit.SecretGoesElsewhere(connection, elsewhere, before, after, sent: false), CancellationToken.None);
        }
    }
}
