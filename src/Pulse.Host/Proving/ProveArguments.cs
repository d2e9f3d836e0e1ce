using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulse.Host.Proving;

/// <summary>The arguments of the command line.</summary>
internal sealed partial record ProveArguments
{
    private static readonly Option[] Options =
    [
        new("--user", "NAME", "the account; for a saved connection its own by default", (line, value) => line with { User = value }),
        new("--password-file", "FILE", "the file with its password; without it the password is asked for", (line, value) => line with { PasswordFile = value }),
        new("--thumbprint", "T", "the certificate to pin, SHA-256; without it the machine decides", (line, value) => line with { Thumbprint = value }),
        new("--port", "N", "1 to 65535; 443 by default", (line, value) => line with { Port = Number(value, 1, 65535) }),
        new("--alias", "NAME", "what the record calls the system: a to z, 0 to 9 and -", (line, value) => line with { Alias = AliasOf(value) }),
        new("--second-user", "NAME", "an account without a role, to see what it is refused", (line, value) => line with { SecondUser = value }),
        new("--second-password-file", "FILE", "the file with the password of that account", (line, value) => line with { SecondPasswordFile = value }),
        new("--records", "DIR", "where the record goes; 'records' by default", (line, value) => line with { Records = value }),
        new("--data", "DIR", "the data directory of the installation that a saved connection is in", (line, value) => line with { DataDirectory = value }),
        new("--poll-pause", "SECONDS", "between two of the ten polls, 0 to 10; 2 by default", (line, value) => line with { PollPause = Number(value, 0, 10) }),
        new("--bundle", "", "also writes the redacted exchanges", (line, _) => line with { Bundle = true }),
    ];

    public string Platform { get; private init; } = "";

    /// <summary>A host, a URL, or the id of a saved connection.</summary>
    public string System { get; private init; } = "";

    public string? User { get; private init; }

    public string? PasswordFile { get; private init; }

    public string? Thumbprint { get; private init; }

    public int? Port { get; private init; }

    public string? Alias { get; private init; }

    public string? SecondUser { get; private init; }

    public string? SecondPasswordFile { get; private init; }

    public string Records { get; private init; } = "records";

    public string? DataDirectory { get; private init; }

    public int PollPause { get; private init; } = 2;

    public bool Bundle { get; private init; }

    public bool ShowHelp { get; private init; }

    /// <summary>The saved connection, if the arguments name an id.</summary>
    public Guid? ConnectionId => Guid.TryParse(System, out var id) ? id : null;

    public static string Help { get; } =
        "Pulse.Host prove PLATFORM ADDRESS|CONNECTION-ID --user NAME [options]\n\n"
        + "Tries Pulse on a real system without changing anything there, and writes a record without names, addresses and secrets.\n\n"
        + string.Concat(Options.Select(option => $"  {$"{option.Name} {option.Value}",-32}{option.Meaning}\n"))
        + $"  {"--help",-32}shows this\n\n"
        + "Exit codes: 0 all passed, 1 something failed, 2 wrong usage, 3 another kind of system, 4 too old, 5 certificate not trusted,\n"
        + "6 login refused, 7 unreachable, 8 stopped answering, 9 out of time, 130 interrupted.\n";

    /// <summary>Reads the arguments, or returns one sentence with the error and the allowed values.</summary>
    public static (ProveArguments? Arguments, string? Error) Parse(IReadOnlyList<string> args)
    {
        var line = new ProveArguments();
        var places = new List<string>();
        for (var at = 0; at < args.Count; at++)
        {
            var (name, inline) = args[at].Split('=', 2) is [['-', ..] before, var after] ? (before, after) : (args[at], null);
            if (name is "--help" or "-h")
            {
                return (line with { ShowHelp = true }, null);
            }

            if (name is "--password" or "--second-password")
            {
                return (null, $"{name} is not allowed: other users of this machine can read the arguments of a program. Use {name}-file, or leave it out to be asked.");
            }

            if (!name.StartsWith('-'))
            {
                places.Add(name);
                continue;
            }

            if (Array.Find(Options, known => known.Name == name) is not { } option)
            {
                return (null, $"Unknown argument '{name}'. Allowed: {string.Join(", ", Options.Select(known => known.Name))}, --help.");
            }

            var value = option.Value.Length == 0 ? "" : inline ?? (at + 1 < args.Count ? args[++at] : "");
            if (option.Value.Length == 0 ? inline is not null : value.Length == 0)
            {
                return (null, option.Value.Length == 0 ? $"{name} takes no value." : $"{name} needs a value: {option.Meaning}.");
            }

            if (option.TryApply(line, value) is not { } applied)
            {
                return (null, $"'{value}' is not allowed for {name}: {option.Meaning}.");
            }

            line = applied;
        }

        return places is [var platform, var system]
            ? Complete(line with { Platform = platform, System = system })
            : (null, "Give the platform and the address or the id of a saved connection, for instance Pulse.Host prove vmware vcsa.lab.example --user svc-pulse@vsphere.local. See --help.");
    }

    private static (ProveArguments? Arguments, string? Error) Complete(ProveArguments line) => line switch
    {
        { User: null, ConnectionId: null } => (null, "--user is needed: the account that Pulse logs in as."),
        { SecondUser: null, SecondPasswordFile: not null } => (null, "--second-password-file needs --second-user."),
        _ => (line, null),
    };

    private static int Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException();

    private static string AliasOf(string value) => AliasForm().IsMatch(value) ? value : throw new FormatException();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AliasForm();

    private sealed record Option(string Name, string Value, string Meaning, Func<ProveArguments, string, ProveArguments> Apply)
    {
        public ProveArguments? TryApply(ProveArguments line, string value)
        {
            try
            {
                return Apply(line, value);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }
}
