using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pulse.PlatformConnections;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Providers.VMware;

/// <summary>Registration of the VMware vCenter provider.</summary>
public static class VMwareModule
{
    /// <summary>Adds VMware vCenter to the platforms of Pulse.</summary>
    public static IServiceCollection AddVMware(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EndpointConnector>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformProof, VCenterProof>());
        return services.AddPlatform<VCenterProvider>();
    }
}
