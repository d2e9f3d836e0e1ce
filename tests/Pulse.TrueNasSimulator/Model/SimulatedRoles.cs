namespace Pulse.Simulation.TrueNas;

/// <summary>The roles of the user (facts.md#5).</summary>
public sealed record SimulatedRoles(params IReadOnlyList<string> Granted)
{
    private const string Readonly = "READONLY_ADMIN";
    private const string Full = "FULL_ADMIN";

    private static readonly string[] Reads =
    [
        "ALERT_LIST_READ", "API_KEY_READ", "APPS_READ", "CONTAINER_READ", "DATASET_READ", "DISK_READ", "POOL_READ", "SYSTEM_PRODUCT_READ",
        "VIRT_INSTANCE_READ", "VM_READ",
    ];

    public static SimulatedRoles ReadonlyAdmin { get; } = new(Readonly);

    public static SimulatedRoles FullAdmin { get; } = new(Full);

    public static SimulatedRoles None { get; } = new();

    /// <summary>The roles with those that they include.</summary>
    internal IReadOnlySet<string> Expanded => Granted.Contains(Full) ? new HashSet<string>([Full, Readonly, .. Reads])
        : Granted.Contains(Readonly) ? new HashSet<string>([.. Granted, .. Reads])
        : new HashSet<string>(Granted);

    internal bool AllowAny(string[] roles) => roles.Length == 0 || roles.Any(Expanded.Contains);
}
