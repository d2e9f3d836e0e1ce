using Microsoft.Data.Sqlite;

namespace Pulse.Host.Storage;

/// <summary>The place of Pulse's data: <c>Pulse:DataDirectory</c> and <c>Pulse:Database</c>.</summary>
internal sealed class StorageOptions
{
    public const string DataDirectoryKey = "Pulse:DataDirectory";
    public const string ProviderKey = "Pulse:Database:Provider";
    public const string Sqlite = "Sqlite";

    // The time that a statement waits for a lock of another program: a request and a health check answer within 5 seconds.
    private const int LockedSeconds = 4;

    /// <summary>An absolute path; the default is <c>data</c> below the working directory.</summary>
    public string DataDirectory { get; private set; } = "";

    public string Provider { get; private set; } = Sqlite;

    public string DatabaseFile => Path.Combine(DataDirectory, "pulse.db");

    public DirectoryInfo KeyRingDirectory => new(Path.Combine(DataDirectory, "keys"));

    public string SqliteConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = DatabaseFile,
        ForeignKeys = true,
        DefaultTimeout = LockedSeconds,
    }.ToString();

    public void Read(IConfiguration configuration)
    {
        DataDirectory = Path.GetFullPath(configuration[DataDirectoryKey] is { Length: > 0 } directory ? directory : "data");
        Provider = configuration[ProviderKey] is { Length: > 0 } provider ? provider : Sqlite;
    }
}
