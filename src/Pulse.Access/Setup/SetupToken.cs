using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.Access.Credentials;

namespace Pulse.Access.Setup;

/// <summary>
/// Proves that the person who creates the admin can read Pulse's log or its data directory. The token is kept in a file, so that a restart
/// before the setup does not change it.
/// </summary>
internal sealed partial class SetupToken(IOptions<AccessOptions> options, ILogger<SetupToken> logger)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private volatile string? _value;

    private string FilePath => Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "setup-token"));

    public bool IsPending => _value is not null;

    public bool Matches(string candidate) => _value is { } value && Secrets.AreSame(value, candidate);

    /// <summary>Reads the token of an earlier start, or creates one.</summary>
    public void Offer()
    {
        if (File.Exists(FilePath) && File.ReadAllText(FilePath).Trim() is var kept && kept.Length == Secrets.Length)
        {
            _value = kept;
            Log.Waiting(logger, FilePath);
            return;
        }

        _value = Secrets.Create();
        Write(_value);
        Log.Created(logger, _value, FilePath);
    }

    public void Withdraw()
    {
        _value = null;

        // A delete in a missing directory throws, and with a database server nothing else may need the directory.
        if (File.Exists(FilePath))
        {
            File.Delete(FilePath);
        }
    }

    private void Write(string value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);

        // The mode applies to new files only. A file left by an interrupted write may have another mode.
        File.Delete(FilePath);

        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(FilePath, file);
        writer.WriteLine(value);
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Warning,
            "Pulse has no admin yet. Create one with the setup token {SetupToken}, kept in {Path} until then")]
        public static partial void Created(ILogger logger, string setupToken, string path);

        [LoggerMessage(1002, LogLevel.Warning, "Pulse has no admin yet. Create one with the setup token in {Path}")]
        public static partial void Waiting(ILogger logger, string path);
    }
}
