using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Logins;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// <c>PUT /api/{platform}/connections/{id}</c>: merges the body into the connection, ends its old session and polls with
/// the new settings at once. A body that changes nothing changes nothing, not even the version.
/// </summary>
internal sealed class UpdateConnection(
    ConnectionsDbContext context,
    ConnectionEditor editor,
    SessionKeeper sessions,
    LoginGate logins,
    TargetFactory targets,
    LocalPollers pollers,
    IAuditTrail audit,
    IOptions<ConnectionOptions> options)
{
    public async Task<Results<Ok<ConnectionDocument>, ProblemHttpResult>> HandleAsync(
        PlatformDescriptor platform, Guid id, HttpContext http, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync(http.Request, optional: false, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        while (true)
        {
            try
            {
                return await MergeAsync(platform, id, body, http, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // A poll was recorded, or another edit saved, since the row was read: merge again on top of that. With
                // If-Match the other edit then gives a 412.
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Results<Ok<ConnectionDocument>, ProblemHttpResult>> MergeAsync(
        PlatformDescriptor platform, Guid id, JsonElement body, HttpContext http, CancellationToken cancellationToken)
    {
        var connection = await context.Connections.Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
        if (connection is null)
        {
            return ConnectionProblems.NotFound(id);
        }

        if (Preconditions.Check(http.Request, connection) is { } mismatch)
        {
            return mismatch;
        }

        if (!new SettingsReader(platform, body, connection, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return ConnectionProblems.Validation(errors);
        }

        var elsewhere = ConnectionChanges.SecretGoesElsewhere(connection, settings, platform);
        if (elsewhere.Count > 0 && options.Value.BindSecretsToEndpoint)
        {
            return ConnectionProblems.SecretReentryRequired(elsewhere);
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

            if (wasSuspended && connection.Health.SuspendedReason is null)
            {
                await logins.ForgiveAsync(targets.Create(connection, platform, out _), CancellationToken.None);
            }

            await TakeEffectAsync(connection);
            await AuditAsync(connection, changed, elsewhere, before);
        }

        Preconditions.WriteETag(http.Response, connection.Version);
        return TypedResults.Ok(ConnectionDocument.From(connection, platform, pollers));
    }

    private async Task TakeEffectAsync(Connection connection)
    {
        await sessions.EndAsync(connection.Id);
        if (connection.Health.NextAttemptAt is null)
        {
            pollers.Forget(connection.Id);
        }
        else
        {
            pollers.PollNow(connection.Id);
        }
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
