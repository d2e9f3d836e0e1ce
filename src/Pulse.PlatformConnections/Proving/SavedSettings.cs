using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Reads the settings of a saved connection from the store of an installation, without its secrets. Writes nothing.</summary>
internal static class SavedSettings
{
    /// <param name="request">The request; its host is the id of the connection.</param>
    /// <param name="id">The connection.</param>
    /// <param name="platform">The requested platform.</param>
    /// <param name="readOnly">Opens the store for reading.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The request with the settings of the connection; null if no connection has this id.</returns>
    public static async Task<ProofRequest?> FindAsync(
        ProofRequest request, Guid id, PlatformDescriptor platform, Action<DbContextOptionsBuilder> readOnly, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<ConnectionsDbContext>();
        readOnly(options);
        await using var context = new ConnectionsDbContext(options.Options);
        var saved = await context.Connections.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
        return saved is null ? null : request with
        {
            Host = saved.Host,
            Port = request.Port ?? saved.Port,
            UseHttps = saved.UseHttps,
            InsecureSkipVerify = saved.InsecureSkipVerify,
            Thumbprint = request.Thumbprint ?? saved.CertificateThumbprint,
            User = request.User.Length > 0 || platform.AccountField is not { } account ? request.User : saved.Texts.GetValueOrDefault(account.Name, ""),
        };
    }
}
