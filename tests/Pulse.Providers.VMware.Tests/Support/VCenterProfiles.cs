using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>The products that the simulator plays, by what Pulse does with them.</summary>
public static class VCenterProfiles
{
    public static TheoryData<string> Supported => [.. Names(isSupported: true)];

    public static TheoryData<string> Refused => [.. Names(isSupported: false)];

    private static IEnumerable<string> Names(bool isSupported) =>
        VCenterProfile.All.Where(profile => (profile is { VimJson: true, IsHost: false }) == isSupported).Select(profile => profile.Name);
}
