using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Pulse.Access;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>POST /api/{platform}/connections</c>: saves a connection; its first poll starts at once.</summary>
internal sealed class CreateConnection(
    ConnectionsDbContext context, ConnectionEditor editor, LocalPollers pollers, IAuditTrail audit)
{
    public async Task<Results<Created<ConnectionDocument>, ProblemHttpResult>> HandleAsync(
        PlatformDescriptor platform, HttpContext http, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync(http.Request, optional: false, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (!new SettingsReader(platform, body, stored: null, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return ConnectionProblems.Validation(errors);
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
        Preconditions.WriteETag(http.Response, connection.Version);
        return TypedResults.Created($"{http.Request.PathBase}{http.Request.Path}/{connection.Id}", ConnectionDocument.From(connection, platform, pollers));
    }
}
