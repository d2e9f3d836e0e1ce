using System.Runtime.Versioning;

namespace Pulse.Host.Storage;

/// <summary>
/// Makes the data directory and its files accessible to their owner only. Pulse restricts its own files. If the directory holds other
/// files, other programs may depend on the access rights, so Pulse does not start there.
/// </summary>
internal static partial class DataFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // SQLite gives its companion files the access rights of the database, but does not change existing files.
    private static readonly string[] Files = ["pulse.db", "pulse.db-wal", "pulse.db-shm", "pulse.db-journal", "setup-token"];

    /// <summary>Creates the data directory and the database file, or restricts access to them.</summary>
    /// <exception cref="CannotStartException">Other users can read the files, and Pulse cannot or must not change that.</exception>
    public static void KeepToOwner(StorageOptions storage, ILogger logger)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(storage.DataDirectory);
            return;
        }

        Directory.CreateDirectory(storage.DataDirectory, OwnerOnlyDirectory);
        TightenDirectory(storage.DataDirectory, logger);
        CreateForOwner(storage.DatabaseFile);

        var files = Files.Select(name => Path.Combine(storage.DataDirectory, name)).Where(File.Exists);
        var keys = storage.KeyRingDirectory.Exists ? storage.KeyRingDirectory.EnumerateFiles().Select(file => file.FullName) : [];
        foreach (var file in files.Concat(keys).Where(IsOpenToOthers))
        {
            Change(file, OwnerOnly, logger);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void TightenDirectory(string directory, ILogger logger)
    {
        if (!IsOpenToOthers(directory))
        {
            return;
        }

        if (!IsOfPulse(directory))
        {
            throw Refuse(directory, "and it holds files that are not Pulse's");
        }

        Change(directory, OwnerOnlyDirectory, logger);
    }

    private static bool IsOfPulse(string directory) =>
        Files.Any(name => File.Exists(Path.Combine(directory, name))) || !Directory.EnumerateFileSystemEntries(directory).Any();

    [UnsupportedOSPlatform("windows")]
    private static void CreateForOwner(string file)
    {
        try
        {
            using var created = new FileStream(
                file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        }
        catch (IOException) when (File.Exists(file))
        {
            // The file exists already, or another instance has just created it.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Change(string path, UnixFileMode mode, ILogger logger)
    {
        var before = ModeOf(path);
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw Refuse(path, $"and Pulse cannot change that: {error.Message}");
        }

        LogTightened(logger, path, before, ModeOf(path));
    }

    [UnsupportedOSPlatform("windows")]
    private static CannotStartException Refuse(string path, string reason) => new(
        [
            $"Other users of this machine can access {path} (mode {ModeOf(path)}), {reason.TrimEnd('.')}. "
            + $"Set {StorageOptions.DataDirectoryKey} to a directory of Pulse's own, or remove their access: chmod go-rwx '{path}'.",
        ],
        null);

    [UnsupportedOSPlatform("windows")]
    private static bool IsOpenToOthers(string path) => (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;

    [UnsupportedOSPlatform("windows")]
    private static string ModeOf(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8).PadLeft(3, '0');

    [LoggerMessage(LogLevel.Warning, "Other users of this machine could access {Path} (mode {Before}); now its owner only can (mode {After})")]
    private static partial void LogTightened(ILogger logger, string path, string before, string after);
}
