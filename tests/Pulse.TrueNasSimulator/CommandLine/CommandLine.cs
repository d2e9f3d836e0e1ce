namespace Pulse.Simulation.TrueNas;

/// <summary>Reads the arguments of the program.</summary>
internal static class CommandLine
{
    private static readonly (string Name, string Allowed, Func<TrueNasSimulatorOptions, string, TrueNasSimulatorOptions> Apply)[] Arguments =
    [
        ("--port", "0-65535, 0 takes a free one", (options, value) => options with { Port = Number(value, 65535) }),
        ("--pools", "0-500", (options, value) => options with { Pools = Number(value, 500) }),
        ("--datasets", "0-10000", (options, value) => options with { Datasets = Number(value, 10_000) }),
        ("--disks", "0-5000", (options, value) => options with { Disks = Number(value, 5000) }),
        ("--vms", "0-5000", (options, value) => options with { VirtualMachines = Number(value, 5000) }),
        ("--user", "a user name", (options, value) => options with { UserName = value }),
        ("--api-key", "id-secret", (options, value) => options with { ApiKey = value }),
        ("--profile", string.Join(", ", TrueNasProfile.All.Select(profile => profile.Name)), (options, value) => options with { Profile = TrueNasProfile.Named(value) }),
        ("--host-id", "64 hexadecimal digits", (options, value) => options with { HostId = value }),
    ];

    /// <summary>The arguments, each with its allowed values.</summary>
    public static string Help { get; } =
        "A simulated TrueNAS on 127.0.0.1.\n\n" + string.Concat(Arguments.Select(known => $"  {known.Name,-20}{known.Allowed}\n"))
        + $"  {"--certificate-file",-20}the certificate to use; it is created if the file does not exist\n  {"--help",-20}shows this\n";

    /// <summary>The options, or one sentence that says what is wrong and what is allowed.</summary>
    public static (TrueNasSimulatorOptions? Options, string? CertificateFile, string? Error) Parse(string[] args)
    {
        var (options, file) = (new TrueNasSimulatorOptions(), default(string));
        for (var index = 0; index < args.Length; index += 2)
        {
            var (name, allowed, apply) = Array.Find(Arguments, known => known.Name == args[index]);
            if (name is null && args[index] != "--certificate-file")
            {
                return (null, null, $"Unknown argument '{args[index]}'. Allowed: {string.Join(", ", Arguments.Select(known => known.Name))}, --certificate-file.");
            }

            if (index + 1 == args.Length)
            {
                return (null, null, $"{args[index]} needs a value.");
            }

            if (name is null)
            {
                file = args[index + 1];
                continue;
            }

            try
            {
                options = apply(options, args[index + 1]);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException)
            {
                return (null, null, $"'{args[index + 1]}' is not allowed for {name}: {allowed}.");
            }
        }

        return (options, file, null);
    }

    private static int Number(string value, int maximum) =>
        int.Parse(value) is var number and >= 0 && number <= maximum ? number : throw new ArgumentOutOfRangeException(nameof(value));
}
