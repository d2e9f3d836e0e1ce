using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class DataFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode OpenDirectory = OwnerOnlyDirectory | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode OpenFile = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-files-").FullName;

    private string Data => Path.Combine(_directory, "data");

    [Fact]
    public async Task A_new_data_directory_and_all_in_it_are_for_their_owner_only()
    {
        await using var host = PulseHost.Start(dataDirectory: Data);

        AssertOwnerOnly();
        File.Exists(Path.Combine(Data, "pulse.db-wal")).Should().BeTrue("it is one of the files looked at");
    }

    [Fact]
    public async Task A_data_directory_of_before_that_others_can_read_is_tightened_with_all_in_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using (PulseHost.Start(dataDirectory: Data))
        {
        }

        File.SetUnixFileMode(Data, OpenDirectory);
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, OpenFile);
        }

        await using var host = PulseHost.Start(dataDirectory: Data);

        AssertOwnerOnly();
        host.Logs.Lines.Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("mode 745", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_directory_that_others_can_read_is_tightened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Data, OpenDirectory);

        await using var host = PulseHost.Start(dataDirectory: Data);

        AssertOwnerOnly();
    }

    [Fact]
    public async Task A_directory_with_files_of_others_that_others_can_read_is_left_alone_and_stops_the_start()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Data, OpenDirectory);
        await File.WriteAllTextAsync(Path.Combine(Data, "somebody-elses.txt"), "");

        await using var pulse = await PulseProcess.FailToStartAsync(new Dictionary<string, string> { ["Pulse__DataDirectory"] = Data });

        pulse.ExitCode.Should().Be(1);
        pulse.Output.Should().Contain("Pulse does not start").And.Contain("chmod go-rwx").And.Contain("Pulse:DataDirectory").And.NotContain("   at ");
        File.GetUnixFileMode(Data).Should().Be(OpenDirectory);
        File.Exists(Path.Combine(Data, "pulse.db")).Should().BeFalse();
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void AssertOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.GetUnixFileMode(Data).Should().Be(OwnerOnlyDirectory);
        var files = Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).ToList();
        files.Should().HaveCountGreaterThan(2);
        files.Select(ModeOf).Should().AllBeEquivalentTo(OwnerOnly);
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(file);
}
