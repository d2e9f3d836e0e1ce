using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>The simulated products, grouped by whether Pulse supports them.</summary>
public static class VCenterProfiles
{
    public static TheoryData<string> Supported => [.. Names(isSupported: true)];

    public static TheoryData<string> Refused => [.. Names(isSupported: false)];

    private static IEnumerable<string> Names(bool isSupported) =>
        VCenterProfile.All.Where(profile => (profile is { VimJson: true, IsHost: false }) == isSupported).Select(profile => profile.Name);
}
