namespace Pulse.Simulation;

internal static class ServiceVersions
{
    /// <summary>On one line, as 8.0.3 sends it (facts.md#2.3).</summary>
    public static string Xml(VCenterProfile profile) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><namespaces version=\"1.0\"><namespace><name>urn:vim25</name>"
        + $"<version>{profile.Release}</version><priorVersions>"
        + string.Concat(profile.Releases.Skip(1).Select(release => $"<version>{release}</version>"))
        + "</priorVersions></namespace></namespaces>";
}
