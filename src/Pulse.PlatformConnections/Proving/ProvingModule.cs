using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Registration of what only a proof needs. A Pulse that serves observes no exchange and collects no name.</summary>
public static class ProvingModule
{
    /// <summary>Adds what a proof needs to the services of a Pulse that runs for nothing else.</summary>
    public static IServiceCollection AddProving(this IServiceCollection services)
    {
        services.AddSingleton<ReportedNameLog>();
        services.AddSingleton<ExchangeLog>();
        services.AddSingleton<IExchangeObserver>(provider => provider.GetRequiredService<ExchangeLog>());
        return services.AddSingleton(provider => new ProofRun(
            provider.GetRequiredService<PlatformRegistry>(),
            provider.GetServices<IPlatformProof>(),
            provider.GetRequiredService<ExchangeLog>(),
            provider.GetRequiredService<ReportedNameLog>(),
            provider.GetRequiredService<LocalPollers>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
