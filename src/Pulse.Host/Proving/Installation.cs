using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pulse.Host.Storage;

namespace Pulse.Host.Proving;

/// <summary>The store of the Pulse that is installed here, opened read-only, even while that Pulse runs.</summary>
internal static class Installation
{
    public static StorageOptions Find(string? dataDirectory)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables();
        if (dataDirectory is not null)
        {
            configuration.AddInMemoryCollection([new(StorageOptions.DataDirectoryKey, dataDirectory)]);
        }

        var storage = new StorageOptions();
        storage.Read(configuration.Build());
        return storage;
    }

    public static Action<DbContextOptionsBuilder> ReadOnly(StorageOptions storage)
    {
        // A running Pulse has a journal next to its database. Without a journal no program writes, and SQLite must not create a journal:
        // "immutable" prevents that.
        var isOpen = File.Exists($"{storage.DatabaseFile}-wal");
        var source = isOpen ? storage.DatabaseFile : $"{new Uri(storage.DatabaseFile).AbsoluteUri}?immutable=1";
        var connection = new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        return options => options.UseSqlite(connection.ToString());
    }
}
