using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>A page of objects. A token means that there are more pages.</summary>
internal sealed record CheckedPage
{
    public static CheckedPage Empty { get; } = new();

    public string? Token { get; init; }

    public IReadOnlyList<CheckedObject> Objects { get; init; } = [];

    /// <exception cref="PlatformFailureException">Some objects may not be read.</exception>
    public CheckedPage Readable(string what)
    {
        var denied = Objects.Count(found => found.MissingSet is { Count: > 0 });
        return denied == 0 ? this : throw VCenterChecks.Denied($"{denied} of {Objects.Count} {what}", VCenterPrivileges.Read);
    }
}
