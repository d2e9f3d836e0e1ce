using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections;

/// <summary>Registration and routes of the shared platform connections path.</summary>
public static class PlatformConnectionsModule
{
    /// <summary>Registers a platform: this one line gives it routes, validation, masking, storage, polling and health.</summary>
    public static IServiceCollection AddPlatform<TProvider>(this IServiceCollection services)
        where TProvider : class, IPlatformProvider
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformProvider, TProvider>());
        return services;
    }
}
