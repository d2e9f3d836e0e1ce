using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// <c>POST /api/{platform}/connections/{id}/test</c>: tests a saved connection. Without a body the test counts as an
/// attempt, and its outcome is recorded before the answer is sent, unless it reached its time limit. With settings in the body nothing is recorded.
/// </summary>
internal sealed class TestSaved(
    ConnectionsDbContext context, SavedTest tests, TestsUnderWay underWay, IAuditTrail audit, IOptions<ConnectionOptions> options)
{
    public async Task<Outcome<TestReport>> HandleAsync(
        PlatformDescriptor platform, Guid id, TestRequest request, CancellationToken cancellationToken)
    {
        var connection = await context.Connections.AsNoTracking().Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
        if (connection is null)
        {
            return new ConnectionRefusal.NotFound(id);
        }

        if (!new SettingsReader(platform, request.Settings, connection, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return new ConnectionRefusal.Invalid(errors);
        }

        var elsewhere = ConnectionChanges.SecretGoesElsewhere(connection, settings, platform);
        if (elsewhere.Count > 0 && options.Value.BindSecretsToEndpoint)
        {
            return new ConnectionRefusal.SecretReentryRequired(elsewhere);
        }

        if (!underWay.TryEnter(id))
        {
            return new ConnectionRefusal.TestInProgress();
        }

        var sent = false;
        try
        {
            return await tests.RunAsync(new(platform, connection, settings, () => sent = true), request, cancellationToken);
        }
        finally
        {
            underWay.Leave(id);

            // Also after the client has disconnected: the secret was sent anyway.
            if (elsewhere.Count > 0)
            {
                await AuditSecretAsync(connection, settings, elsewhere, sent);
            }
        }
    }

    private Task AuditSecretAsync(Connection connection, ConnectionSettings settings, IReadOnlyList<string> elsewhere, bool sent) => audit.RecordAsync(
        ConnectionAudit.SecretGoesElsewhere(
            connection,
            elsewhere,
            ConnectionChanges.Url(connection.Host, connection.Port, connection.UseHttps),
            ConnectionChanges.Url(settings.Host, settings.Port, settings.UseHttps),
            sent),
        CancellationToken.None);
}
