using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access;
using Pulse.PlatformConnections;

namespace Pulse.Host.Storage;

/// <summary>Which database the modules use, and where it and the key ring lie.</summary>
internal static class Database
{
    /// <returns>What each module calls to configure its context.</returns>
    public static Action<IServiceProvider, DbContextOptionsBuilder> AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().Configure(options => options.Read(builder.Configuration)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidation>();

        builder.Services.AddDataProtection().SetApplicationName("Pulse");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(storage.Value.KeyRingDirectory, loggers));

        return (services, options) => options.UseSqlite(services.GetRequiredService<IOptions<StorageOptions>>().Value.SqliteConnectionString);
    }

    /// <summary>Keeps the data directory to its owner, and brings the tables of all modules up to date.</summary>
    /// <exception cref="CannotStartException">It cannot be created, opened or written, is damaged, or is of a newer version.</exception>
    public static async Task MigrateDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        try
        {
            DataFiles.KeepToOwner(storage, app.Logger);
            await PrepareAsync(storage, cancellationToken);
            await app.Services.MigrateAccessAsync(cancellationToken);
            await app.Services.MigratePlatformConnectionsAsync(cancellationToken);
        }
        catch (Exception error) when (error is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException([DatabaseCheck.Explain(storage, error is DbUpdateException { InnerException: { } inner } ? inner : error)], error);
        }
    }

    private static async Task PrepareAsync(StorageOptions storage, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(storage.SqliteConnectionString);
        await connection.OpenAsync(cancellationToken);
        await DatabaseCheck.RunAsync(storage, connection, cancellationToken);

        // EF Core does this for a file that it creates itself; this one is created before, with its rights. The mode stays in the file.
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
