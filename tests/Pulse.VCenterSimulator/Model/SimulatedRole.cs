namespace Pulse.Simulation;

/// <summary>The rights of the user: a role of vCenter, and whether it propagates below the root folder.</summary>
public sealed record SimulatedRole
{
    private static readonly string[] ReadPrivileges = ["System.Anonymous", "System.Read", "System.View"];

    // facts.md#5.2: the ids and privileges of the system roles.
    public static SimulatedRole NoAccess { get; } = new() { Id = -5, Name = "NoAccess", Privileges = ["System.Anonymous"] };

    public static SimulatedRole ReadOnly { get; } = new() { Id = -2, Name = "ReadOnly", Privileges = ReadPrivileges };

    public static SimulatedRole Administrator { get; } = new()
    {
        Id = -1,
        Name = "Admin",
        Privileges =
        [
            .. ReadPrivileges, "Authorization.ModifyPermissions", "Datastore.Browse", "Global.Settings", "Host.Config.Maintenance",
            "Sessions.TerminateSession", "VirtualMachine.Interact.PowerOff", "VirtualMachine.Interact.PowerOn", "VirtualMachine.Inventory.Delete",
        ],
    };

    /// <summary>Read-only on the root folder only: the user sees nothing below it.</summary>
    public static SimulatedRole ReadOnlyOnRoot { get; } = ReadOnly with { Propagates = false };

    /// <summary>The roles that <c>roleList</c> shows.</summary>
    internal static IReadOnlyList<SimulatedRole> All { get; } = [Administrator, ReadOnly, NoAccess];

    public required int Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Privileges { get; init; }

    public bool Propagates { get; init; } = true;
}
