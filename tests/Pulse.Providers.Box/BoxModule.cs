using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections;

namespace Pulse.Providers.Box;

/// <summary>Registration of the storage box, a platform that exists only here: the example of <c>docs/add-a-platform.md</c>.</summary>
public static class BoxModule
{
    /// <summary>Adds the storage box to the platforms of Pulse.</summary>
    public static IServiceCollection AddBox(this IServiceCollection services) => services.AddPlatform<BoxProvider>();
}
