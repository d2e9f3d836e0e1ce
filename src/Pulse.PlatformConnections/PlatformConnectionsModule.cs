using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Logins;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections;

/// <summary>Registration and routes of the shared platform connections path.</summary>
public static class PlatformConnectionsModule
{
    /// <summary>Registers the module: store, routes' handlers, tests and polling.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The module reads <c>Pulse:Polling</c>, <c>Pulse:Tests</c>, <c>Pulse:Connections</c> and <c>Pulse:Access</c>.</param>
    /// <param name="useDatabase">Chooses the database; the host decides this once for all modules.</param>
    public static IServiceCollection AddPlatformConnections(
        this IServiceCollection services, IConfiguration configuration, Action<IServiceProvider, DbContextOptionsBuilder> useDatabase)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PollingOptions>().Bind(configuration.GetSection(PollingOptions.Section)).ValidateOnStart();
        services.AddOptions<TestOptions>().Bind(configuration.GetSection(TestOptions.Section)).ValidateOnStart();
        services.AddOptions<ConnectionOptions>().Bind(configuration.GetSection(ConnectionOptions.Section)).ValidateOnStart();
        services.AddOptions<ReadLimits>().Bind(configuration.GetSection(ReadLimits.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReadLimits>, ReadLimitsValidation>();
        services.AddOptions<ConnectingOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectingOptions>, ConnectingOptionsValidation>();
        services.AddSingleton<IValidateOptions<PollingOptions>, PollingOptionsValidation>();
        services.AddSingleton<IValidateOptions<TestOptions>, TestOptionsValidation>();

        services.AddDbContextFactory<ConnectionsDbContext>(useDatabase);
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("store");
        services.AddSingleton<StoreWrites>();
        services.AddSingleton<SecretProtector>();
        services.AddSingleton<TargetFactory>();
        services.AddSingleton<PlatformRegistry>();

        services.AddSingleton<ConnectionEditor>();
        services.AddScoped<ListConnections>();
        services.AddScoped<CreateConnection>();
        services.AddScoped<UpdateConnection>();
        services.AddScoped<DeleteConnection>();

        services.AddSingleton(provider => new EndpointConnector(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<HostResolver>(),
            provider.GetRequiredService<IOptions<ConnectingOptions>>(),
            provider.GetRequiredService<IOptions<ReadLimits>>(),
            provider.GetService<IExchangeObserver>()));
        services.AddSingleton<AttemptLimits>();
        services.AddSingleton<AttemptRunner>();
        services.AddSingleton<TestSlots>();
        services.AddSingleton<TestRunner>();
        services.AddSingleton<IdentityCheck>();
        services.AddSingleton<TestsUnderWay>();
        services.AddSingleton<TestAnswer>();
        services.AddScoped<TestDraft>();
        services.AddSingleton<SavedTest>();
        services.AddScoped<TestSaved>();

        return services.AddPolling();
    }

    /// <summary>Registers a platform: this one line gives it routes, validation, masking, storage, polling and health.</summary>
    public static IServiceCollection AddPlatform<TProvider>(this IServiceCollection services)
        where TProvider : class, IPlatformProvider
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformProvider, TProvider>());
        return services;
    }

    /// <summary>Maps the declarations of the platforms, and the six routes for each of them.</summary>
    public static IEndpointRouteBuilder MapPlatformConnections(this IEndpointRouteBuilder endpoints)
    {
        var platforms = endpoints.ServiceProvider.GetRequiredService<PlatformRegistry>();
        endpoints.MapPlatforms(platforms.Platforms);
        foreach (var platform in platforms.Platforms)
        {
            endpoints.MapPlatform(platform);
        }

        return endpoints;
    }

    /// <summary>Brings the module's tables up to date. The host calls it before it starts.</summary>
    public static async Task MigratePlatformConnectionsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<ConnectionsDbContext>>().CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await NameKeys.RenewAsync(context, cancellationToken);
    }

    private static IServiceCollection AddPolling(this IServiceCollection services)
    {
        services.AddSingleton<LoginHashKey>();
        services.AddSingleton<RefusedLogins>();
        services.AddSingleton<LoginGate>();
        services.AddSingleton<ILoginGate>(provider => provider.GetRequiredService<LoginGate>());
        services.AddSingleton<SessionKeeper>();
        services.AddMetrics();
        services.AddSingleton<PollTelemetry>();
        services.AddSingleton<HealthRecorder>();
        services.AddSingleton<PollTargets>();
        services.AddSingleton<PollRun>();
        services.AddSingleton<LocalPollers>();
        services.AddSingleton<TestRecorder>();
        services.AddSingleton<PollRestart>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusedLogins>());
        services.AddHostedService(provider => provider.GetRequiredService<LocalPollers>());
        return services;
    }
}
