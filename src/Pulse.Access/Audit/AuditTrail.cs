using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulse.Access.Storage;

namespace Pulse.Access.Audit;

/// <summary>
/// Writes in a separate scope: an entry depends neither on the caller's transaction nor on the entities that the caller's context
/// tracks, and a singleton such as the poller can use the trail as well.
/// </summary>
internal sealed partial class AuditTrail(
    IServiceScopeFactory scopes, RequestActor actor, TimeProvider time, ILogger<AuditTrail> logger) : IAuditTrail
{
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        // Actor and time are read before the wait: the request may have ended when the entry is written.
        WriteAsync(Describe(entry)).WaitAsync(cancellationToken);

    private AuditRecord Describe(AuditEntry entry) => new()
    {
        At = time.GetUtcNow(),
        Actor = actor.Name,
        ActorAddress = actor.Address,
        Action = entry.Action,
        Outcome = entry.Outcome,
        Platform = entry.Platform,
        ConnectionId = entry.ConnectionId,
        ConnectionName = entry.ConnectionName,
        Fields = string.Join(',', entry.Fields),
        Detail = entry.Detail,
    };

    private async Task WriteAsync(AuditRecord record)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
            database.AuditRecords.Add(record);
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.Lost(logger, exception, record.Action, record.Outcome, record.Actor);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Error, "The audit trail lost an entry: {Action} {Outcome} by {Actor}")]
        public static partial void Lost(ILogger logger, Exception exception, string action, string outcome, string actor);
    }
}
