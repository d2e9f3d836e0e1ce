using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections;

namespace Pulse.Providers.Box;

/// <summary>Registration of the storage box, a platform that exists only here: the example of <c>docs/add-a-platform.md</c>.</summary>
public static class BoxModule
{
    /// <summary>Adds the storage box to the platforms that can be connected.</summary>
    public static IServiceCollection AddBox(this IServiceCollection services) => services.AddPlatform<BoxProvider>();
}
