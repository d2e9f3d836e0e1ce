using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Pulse.Access;
using Pulse.PlatformConnections;

namespace Pulse.Host.Storage;

/// <summary>Checks the database file before anything is changed in it, so that the start reports damage, and not a later request.</summary>
internal static class DatabaseCheck
{
    /// <exception cref="CannotStartException">The file is damaged, or a newer version of Pulse wrote it.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or read; <see cref="Explain"/> gives the remedy.</exception>
    public static async Task RunAsync(StorageOptions storage, SqliteConnection connection, CancellationToken cancellationToken)
    {
        var findings = await ReadAsync(connection, "PRAGMA quick_check(1)", cancellationToken);
        if (findings is not ["ok"])
        {
            throw new CannotStartException([Damaged(storage, string.Join(' ', findings))], null);
        }

        if (await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken) is [])
        {
            return;
        }

        var applied = await ReadAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", cancellationToken);
        var unknown = applied.Except(KnownMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new CannotStartException(
                [
                    $"The database {storage.DatabaseFile} was written by a newer version of Pulse (unknown migrations: {string.Join(", ", unknown)}). "
                    + "Start that version, or restore the backup that was made before the upgrade.",
                ],
                null);
        }
    }

    /// <returns>The problem of the database and its remedy, in one message.</returns>
    public static string Explain(StorageOptions storage, Exception error) => error switch
    {
        _ when Directory.Exists(storage.DatabaseFile) =>
            $"{storage.DatabaseFile} is a directory, but Pulse keeps its database in a file of this name. "
            + $"Move the directory away, or set {StorageOptions.DataDirectoryKey} to another directory.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } => Damaged(storage, error.Message),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            $"Another program holds a lock on the database {storage.DatabaseFile}: {error.Message} Stop that program, then start Pulse again.",
        _ =>
            $"The database {storage.DatabaseFile} cannot be opened or written: {error.Message} "
            + $"Check {StorageOptions.DataDirectoryKey}, the rights on the file and the free space of the disk.",
    };

    private static string Damaged(StorageOptions storage, string finding) =>
        $"The database {storage.DatabaseFile} is damaged: {finding.TrimEnd('.')}. "
        + "Restore a backup of the data directory. Without a backup, save what can still be read: "
        + $"sqlite3 '{storage.DatabaseFile}' '.recover' | sqlite3 '{storage.DatabaseFile}.recovered'. "
        + $"Then move {storage.DatabaseFile} and its files -wal and -shm away, and rename the recovered file to {Path.GetFileName(storage.DatabaseFile)}.";

    private static IEnumerable<string> KnownMigrations() =>
        from assembly in new[] { typeof(AccessModule).Assembly, typeof(PlatformConnectionsModule).Assembly }
        from type in assembly.GetTypes()
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
