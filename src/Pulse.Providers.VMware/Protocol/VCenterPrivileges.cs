namespace Pulse.Providers.VMware.Protocol;

/// <summary>The privileges that reading needs: those of the role Read-only (facts.md#5.2).</summary>
internal static class VCenterPrivileges
{
    public const string Anonymous = "System.Anonymous";
    public const string View = "System.View";
    public const string Read = "System.Read";

    /// <summary>The remedy for an account without these privileges.</summary>
    public const string AssignReadOnly = "Assign Read-only at the vCenter root with 'Propagate to children'.";

    public static IReadOnlyList<string> Reading { get; } = [Anonymous, View, Read];

    /// <summary>Whether an account with the privilege can change something, not only see more.</summary>
    public static bool GoesBeyondReading(string privilege) =>
        !Reading.Contains(privilege)
        && !privilege.EndsWith(".View", StringComparison.Ordinal)
        && !privilege.EndsWith(".Read", StringComparison.Ordinal)
        && privilege is not "Datastore.Browse";
}
