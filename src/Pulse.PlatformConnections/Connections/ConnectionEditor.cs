using Microsoft.EntityFrameworkCore;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Applies settings to a row, and finds conflicts with other rows.</summary>
internal sealed class ConnectionEditor(SecretProtector secrets, TimeProvider clock)
{
    public Connection Create(ConnectionSettings settings, PlatformDescriptor platform)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var connection = new Connection
        {
            Id = id,
            Platform = platform.Key,
            Name = settings.Name,
            NormalizedName = "",
            Host = settings.Host,
            Port = settings.Port,
            UseHttps = settings.UseHttps,
            InsecureSkipVerify = settings.InsecureSkipVerify,
            CertificateThumbprint = null,
            NormalizedAccount = "",
            Texts = [],
            ProtectedSecrets = [],
            Enabled = settings.Enabled,
            PollIntervalSeconds = settings.PollIntervalSeconds,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 0,
            Health = new PollHealth { ConnectionId = id },
        };
        Apply(connection, settings, platform);
        return connection;
    }

    /// <summary>Changes the members of the row that differ from the settings.</summary>
    /// <returns>The names of the changed members; if empty, there is nothing to save.</returns>
    public IReadOnlyList<string> Apply(Connection connection, ConnectionSettings settings, PlatformDescriptor platform)
    {
        var changed = ConnectionChanges.Between(connection, settings);
        if (changed.Count == 0)
        {
            return changed;
        }

        connection.Name = settings.Name;
        connection.NormalizedName = changed.Contains(ConnectionMembers.Name, StringComparer.Ordinal) ? PlainText.KeyOf(settings.Name) : connection.NormalizedName;
        connection.Host = settings.Host;
        connection.Port = settings.Port;
        connection.UseHttps = settings.UseHttps;
        connection.InsecureSkipVerify = settings.InsecureSkipVerify;
        connection.CertificateThumbprint = settings.CertificateThumbprint?.ToString();
        connection.Enabled = settings.Enabled;
        connection.PollIntervalSeconds = settings.PollIntervalSeconds;
        connection.Texts = settings.Texts;
        connection.NormalizedAccount = platform.AccountField is { } account
            ? settings.Texts.GetValueOrDefault(account.Name, "").ToUpperInvariant()
            : "";
        connection.ProtectedSecrets = new Dictionary<string, string>(connection.ProtectedSecrets, StringComparer.Ordinal);
        foreach (var field in settings.ClearedSecrets)
        {
            connection.ProtectedSecrets.Remove(field);
        }

        foreach (var (field, secret) in settings.NewSecrets)
        {
            connection.ProtectedSecrets[field] = secrets.Protect(connection.Id, field, secret);
        }

        connection.UpdatedAt = connection.Version == 0 ? connection.CreatedAt : clock.GetUtcNow();
        connection.Version++;
        RestartPolling(connection, changed);
        return changed;
    }

    /// <summary>
    /// Saves in one transaction, unless another connection of the platform conflicts. Once it has begun, a save does
    /// not stop when the client disconnects, so that the work after a save is always done.
    /// </summary>
    /// <returns>The conflict, or null if the row is saved.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The row was changed since it was read.</exception>
    public static async Task<ConnectionRefusal?> SaveAsync(
        ConnectionsDbContext context, Connection connection, CancellationToken cancellationToken)
    {
        if (await FindConflictAsync(context, connection, cancellationToken) is { } conflict)
        {
            return conflict;
        }

        try
        {
            await context.SaveChangesAsync(CancellationToken.None);
            return null;
        }
        catch (DbUpdateException error) when (error is not DbUpdateConcurrencyException)
        {
            // Two saves with one name at the same moment: the unique index decides, and the later one gets the conflict.
            context.ChangeTracker.Clear();
            if (await FindConflictAsync(context, connection, CancellationToken.None) is { } late)
            {
                return late;
            }

            throw;
        }
    }

    private static async Task<ConnectionRefusal?> FindConflictAsync(
        ConnectionsDbContext context, Connection connection, CancellationToken cancellationToken)
    {
        var others = context.Connections.AsNoTracking().Where(row => row.Platform == connection.Platform && row.Id != connection.Id);
        if (await others.AnyAsync(row => row.NormalizedName == connection.NormalizedName, cancellationToken))
        {
            return new ConnectionRefusal.NameTaken(connection.Name);
        }

        var twin = await others
            .Where(row => row.Host == connection.Host && row.Port == connection.Port && row.NormalizedAccount == connection.NormalizedAccount)
            .Select(row => new { row.Id, row.Name })
            .FirstOrDefaultAsync(cancellationToken);
        return twin is null ? null : new ConnectionRefusal.EndpointTaken(
            ConnectionChanges.Url(connection.Host, connection.Port, connection.UseHttps), PlainText.OfSystem(twin.Name), twin.Id);
    }

    /// <summary>Polls a changed connection at once, and drops the refusals of the former settings.</summary>
    private void RestartPolling(Connection connection, IReadOnlyList<string> changed)
    {
        var health = connection.Health;
        health.Revision++;
        if (changed.Any(member => member is not (ConnectionMembers.Name or ConnectionMembers.PollIntervalSeconds)))
        {
            health.SuspendedReason = null;
            health.ConsecutiveFailures = 0;
        }

        if (changed.Any(member => member is ConnectionMembers.Host or ConnectionMembers.Port) && health.Observed is { } observed)
        {
            // Another endpoint may be another system: the former system is no longer the reference.
            health.Observed = observed with { SystemId = null, FormerSystemId = null };
        }

        if (changed.Any(member => member is not (ConnectionMembers.Name or ConnectionMembers.PollIntervalSeconds or ConnectionMembers.Enabled)))
        {
            health.Observed = DeniedReads.Forget(health.Observed);
        }

        health.NextAttemptAt = connection.Enabled && health.SuspendedReason is null ? clock.GetUtcNow() : null;
    }
}
