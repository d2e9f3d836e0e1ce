using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access;
using Pulse.PlatformConnections;

namespace Pulse.Host.Storage;

/// <summary>Chooses the database of the modules, and the place of the database and the key ring.</summary>
internal static class Database
{
    /// <returns>The configuration that each module applies to its context.</returns>
    public static Action<IServiceProvider, DbContextOptionsBuilder> AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().Configure(options => options.Read(builder.Configuration)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidation>();

        builder.Services.AddDataProtection().SetApplicationName("Pulse");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(storage.Value.KeyRingDirectory, loggers));

        return (services, options) => options.UseSqlite(services.GetRequiredService<IOptions<StorageOptions>>().Value.SqliteConnectionString);
    }

    /// <summary>Makes the data directory accessible to its owner only, and migrates the tables of all modules.</summary>
    /// <exception cref="CannotStartException">The database cannot be created, opened or written, is damaged, or has a newer version.</exception>
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

        // EF Core does this for a file that it creates. Pulse creates this file earlier, with its access rights. The mode is stored in the file.
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
