using Microsoft.Data.Sqlite;
using Pulse.Testing;

namespace Pulse.Host.Tests;

[Trait("Category", "Slow")]
public sealed class DamagedDatabaseTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-damaged-").FullName;

    private string DatabaseFile => Path.Combine(_directory, "pulse.db");

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_the_way_out()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000));

        await AssertDoesNotStartAsync("is damaged", "Restore a backup", $"sqlite3 '{DatabaseFile}' '.recover' | sqlite3 '{DatabaseFile}.recovered'");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task Damaged_pages_stop_the_start_with_the_way_out(double where)
    {
        await CreateDatabaseAsync();
        const int PageSize = 4096;
        await using (var file = File.OpenWrite(DatabaseFile))
        {
            var pages = (int)(file.Length / PageSize);
            file.Position = Math.Max(1, (int)(pages * where)) * (long)PageSize;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, PageSize).ToArray());
        }

        await AssertDoesNotStartAsync("is damaged", "Restore a backup", ".recover");
    }

    [Fact]
    public async Task A_file_that_was_cut_off_stops_the_start_with_the_way_out()
    {
        await CreateDatabaseAsync();
        await using (var file = File.OpenWrite(DatabaseFile))
        {
            file.SetLength(file.Length / 2);
        }

        await AssertDoesNotStartAsync("is damaged", "Restore a backup", ".recover");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start_and_is_left_as_it_is()
    {
        await CreateDatabaseAsync();
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Connections_Future', '99.0.0')");

        await AssertDoesNotStartAsync("was written by a newer version of Pulse", "29991231000000_Connections_Future", "Start that version");
    }

    [Fact]
    public async Task A_directory_in_the_place_of_the_database_stops_the_start_with_a_message()
    {
        Directory.CreateDirectory(DatabaseFile);

        await AssertDoesNotStartAsync("is a directory", "Pulse:DataDirectory");
    }

    [Fact]
    public async Task A_database_that_only_can_be_read_stops_the_start_with_a_message()
    {
        await CreateDatabaseAsync();
        File.SetAttributes(DatabaseFile, FileAttributes.ReadOnly);
        Assert.SkipWhen(CanBeWritten(), "This user may write read-only files.");

        await AssertDoesNotStartAsync("cannot be opened or written", "Pulse:DataDirectory");
    }

    public void Dispose()
    {
        if (File.Exists(DatabaseFile))
        {
            File.SetAttributes(DatabaseFile, FileAttributes.Normal);
        }

        Directory.Delete(_directory, recursive: true);
    }

    private async Task AssertDoesNotStartAsync(params string[] expected)
    {
        await using var pulse = await PulseProcess.FailToStartAsync(new Dictionary<string, string> { ["Pulse__DataDirectory"] = _directory });

        pulse.ExitCode.Should().Be(1, pulse.Output);
        pulse.Output.Should().Contain("Pulse does not start").And.Contain(DatabaseFile).And.ContainAll(expected).And.NotContain("   at ");
    }

    private async Task CreateDatabaseAsync()
    {
        await using (await PulseProcess.StartAsync(_directory))
        {
        }

        // Written to the file itself, so that the journal next to it does not repair the damage.
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private bool CanBeWritten()
    {
        try
        {
            using var file = File.OpenWrite(DatabaseFile);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
