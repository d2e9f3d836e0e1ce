using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Registers the services that only a proof needs. A serving Pulse observes no exchange and collects no name.</summary>
public static class ProvingModule
{
    /// <summary>Adds the services of a proof to a Pulse that runs for the proof only.</summary>
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
