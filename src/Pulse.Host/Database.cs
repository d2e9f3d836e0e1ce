using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access;
using Pulse.PlatformConnections;

namespace Pulse.Host;

/// <summary>Which database the modules use, and where it and the key ring lie.</summary>
internal static class Database
{
    /// <returns>What each module calls to configure its context. EF Core creates a SQLite database in WAL mode.</returns>
    public static Action<IServiceProvider, DbContextOptionsBuilder> AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().Configure(options => options.Read(builder.Configuration)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidation>();

        builder.Services.AddDataProtection().SetApplicationName("Pulse");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(storage.Value.KeyRingDirectory, loggers));

        return (services, options) => options.UseSqlite(services.GetRequiredService<IOptions<StorageOptions>>().Value.SqliteConnectionString);
    }

    /// <summary>Creates the data directory for its owner only, and brings the tables of all modules up to date.</summary>
    /// <exception cref="CannotStartException">It cannot be created, opened or written.</exception>
    public static async Task MigrateDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        try
        {
            CreateForOwner(storage.DataDirectory);
            await app.Services.MigrateAccessAsync(cancellationToken);
            await app.Services.MigratePlatformConnectionsAsync(cancellationToken);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                [$"The database {storage.DatabaseFile} cannot be opened or written: {error.Message} Check {StorageOptions.DataDirectoryKey} and the rights on it."],
                error);
        }
    }

    private static void CreateForOwner(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
