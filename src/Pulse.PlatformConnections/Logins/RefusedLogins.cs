using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Logins;

/// <summary>
/// Remembers refused logins: in memory by elapsed time, in the store across restarts. The age of a refusal from before the start
/// is known only by the wall clock, and a refusal in the future counts as one of now.
/// </summary>
internal sealed partial class RefusedLogins(
    IDbContextFactory<ConnectionsDbContext> contexts, TimeProvider clock, ILogger<RefusedLogins> logger) : IHostedService, IDisposable
{
    // A suspension lasts until an administrator acts, so a refusal must be remembered far longer than any hold.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly Lock _lock = new();
    private List<RememberedRefusal>? _all;

    public TimeSpan AgeOf(RememberedRefusal refusal) => clock.GetElapsedTime(refusal.Timestamp);

    public async Task<IReadOnlyList<RememberedRefusal>> OfAsync(string account, CancellationToken cancellationToken)
    {
        var all = await LoadAsync(cancellationToken);
        lock (_lock)
        {
            return [.. all.Where(refusal => refusal.Account == account)];
        }
    }

    /// <summary>Not cancelled with the attempt: a refusal that is not stored would be repeated after a restart.</summary>
    public async Task AddAsync(string endpoint, string? systemId, string account, string secretHash)
    {
        var all = await LoadAsync(CancellationToken.None);
        var row = new RefusedLogin { Endpoint = endpoint, SystemId = systemId, Account = account, SecretHash = secretHash, At = clock.GetUtcNow() };
        var timestamp = clock.GetTimestamp();
        await TryWriteAsync(async context =>
        {
            context.RefusedLogins.Add(row);
            await context.SaveChangesAsync(CancellationToken.None);
        });
        lock (_lock)
        {
            all.Add(new(row.Id, endpoint, systemId, account, secretHash, timestamp));
        }

        await RemoveAsync(refusal => AgeOf(refusal) > Memory);
    }

    public async Task RemoveAsync(Predicate<RememberedRefusal> which)
    {
        var ids = new List<long>();
        var all = await LoadAsync(CancellationToken.None);
        lock (_lock)
        {
            ids.AddRange(all.Where(refusal => which(refusal)).Select(refusal => refusal.Id));
            all.RemoveAll(which);
        }

        if (ids.Count > 0)
        {
            await TryWriteAsync(context => context.RefusedLogins.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None));
        }
    }

    /// <summary>Runs at the start, because the ages of stored refusals are measured from the moment in which they are read.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _once.Dispose();

    private async Task<List<RememberedRefusal>> LoadAsync(CancellationToken cancellationToken)
    {
        if (_all is { } loaded)
        {
            return loaded;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _all ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<List<RememberedRefusal>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.RefusedLogins.AsNoTracking().ToListAsync(cancellationToken);
        var (now, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        return [.. rows.Select(row => new RememberedRefusal(
            row.Id, row.Endpoint, row.SystemId, row.Account, row.SecretHash, timestamp - TicksOf(row.At < now ? now - row.At : TimeSpan.Zero)))];
    }

    private long TicksOf(TimeSpan age) => (long)(age.TotalSeconds * clock.TimestampFrequency);

    /// <summary>A refusal that cannot be stored is remembered until a restart, which is enough not to lock an account now.</summary>
    private async Task TryWriteAsync(Func<ConnectionsDbContext, Task> write)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
            await write(context);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            LogNotWritten(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "A refused login could not be written to the store; Pulse remembers it until a restart")]
    private partial void LogNotWritten(Exception exception);
}
