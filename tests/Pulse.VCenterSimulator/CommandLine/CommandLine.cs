namespace Pulse.Simulation;

/// <summary>The arguments of the command line.</summary>
internal sealed record CommandLine
{
    private static readonly Dictionary<string, SimulatedRole> Roles = new()
    {
        ["readonly"] = SimulatedRole.ReadOnly,
        ["readonly-on-root"] = SimulatedRole.ReadOnlyOnRoot,
        ["noaccess"] = SimulatedRole.NoAccess,
        ["administrator"] = SimulatedRole.Administrator,
    };

    private static readonly Argument[] Arguments =
    [
        new("--port", "0-65535, 0 takes a free one", (line, value) => line with { Options = line.Options with { Port = Number(value, 0, 65535) } }),
        new("--hosts", "0-5000", (line, value) => line with { Options = line.Options with { Hosts = Number(value, 0, 5000) } }),
        new("--vms", "0-100000", (line, value) => line with { Options = line.Options with { VirtualMachines = Number(value, 0, 100_000) } }),
        new("--templates", "0-10000", (line, value) => line with { Options = line.Options with { Templates = Number(value, 0, 10_000) } }),
        new("--datastores", "0-5000", (line, value) => line with { Options = line.Options with { Datastores = Number(value, 0, 5000) } }),
        new("--networks", "0-5000", (line, value) => line with { Options = line.Options with { Networks = Number(value, 0, 5000) } }),
        new("--datacenters", "1-1000", (line, value) => line with { Options = line.Options with { Datacenters = Number(value, 1, 1000) } }),
        new("--clusters", "0-1000", (line, value) => line with { Options = line.Options with { Clusters = Number(value, 0, 1000) } }),
        new("--folders", "0-10000", (line, value) => line with { Options = line.Options with { Folders = Number(value, 0, 10_000) } }),
        new("--resource-pools", "0-10000, needs a host", (line, value) => line with { Options = line.Options with { ResourcePools = Number(value, 0, 10_000) } }),
        new("--user", "a user name", (line, value) => line with { Options = line.Options with { UserName = Text(value) } }),
        new("--password", "a password", (line, value) => line with { Options = line.Options with { Password = Text(value) } }),
        new("--profile", string.Join(", ", VCenterProfile.All.Select(profile => profile.Name)), (line, value) => line with { Options = line.Options with { Profile = VCenterProfile.Named(value) } }),
        new("--role", string.Join(", ", Roles.Keys), (line, value) => line with { Options = line.Options with { Role = Roles[value] } }),
        new("--churn", "0-100000 power state changes a minute", (line, value) => line with { ChurnPerMinute = Number(value, 0, 100_000) }),
        new("--instance-uuid", "a UUID, so that it is the same vCenter after a restart", (line, value) => line with { Options = line.Options with { InstanceUuid = Guid.Parse(value) } }),
        new("--certificate-file", "a .pfx file, made if it is missing", (line, value) => line with { CertificateFile = Text(value) }),
    ];

    public VCenterSimulatorOptions Options { get; private init; } = new();

    public int ChurnPerMinute { get; private init; }

    public string? CertificateFile { get; private init; }

    public bool ShowHelp { get; private init; }

    public static string Help =>
        "Serves a simulated vCenter over HTTPS on 127.0.0.1.\n\n"
        + string.Concat(Arguments.Select(argument => $"  {argument.Name,-20} {argument.Allowed}\n"))
        + $"  {"--help",-20} shows this\n";

    /// <summary>Reads the arguments. If they are wrong, returns one sentence with the error and the allowed values.</summary>
    public static (CommandLine? Line, string? Error) Parse(string[] args)
    {
        var line = new CommandLine();
        for (var index = 0; index < args.Length; index += 2)
        {
            if (args[index] is "--help" or "-h")
            {
                return (line with { ShowHelp = true }, null);
            }

            if (Array.Find(Arguments, known => known.Name == args[index]) is not { } argument)
            {
                return (null, $"Unknown argument '{args[index]}'. Allowed: {string.Join(", ", Arguments.Select(known => known.Name))}, --help.");
            }

            if (index + 1 == args.Length)
            {
                return (null, $"{argument.Name} needs a value: {argument.Allowed}.");
            }

            try
            {
                line = argument.Apply(line, args[index + 1]);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
            {
                return (null, $"'{args[index + 1]}' is not allowed for {argument.Name}: {argument.Allowed}.");
            }
        }

        return line.Options is { ResourcePools: > 0, Hosts: 0 } ? (null, "--resource-pools needs a host: --hosts 1 or more.") : (line, null);
    }

    private static int Number(string value, int minimum, int maximum)
    {
        var number = int.Parse(value);
        return number >= minimum && number <= maximum ? number : throw new ArgumentOutOfRangeException(nameof(value));
    }

    private static string Text(string value) => value.Length > 0 ? value : throw new ArgumentException("Empty.", nameof(value));

    private sealed record Argument(string Name, string Allowed, Func<CommandLine, string, CommandLine> Apply);
}
