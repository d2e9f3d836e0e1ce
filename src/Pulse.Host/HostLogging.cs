using Pulse.Host.Starting;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;
using Serilog.Extensions.Hosting;

namespace Pulse.Host;

/// <summary>Logs to the console. Levels come from the configuration.</summary>
internal static class HostLogging
{
    public static void AddHostLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        var logger = configuration.ToConsole(forPeople: builder.Environment.IsDevelopment()).CreateLogger();

        // Serilog is one of several providers, not the only logger of the process: a test adds its own, and several hosts run in one process.
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
        builder.Services.AddSingleton(new DiagnosticContext(logger));
        builder.Services.Configure<RequestLoggingOptions>(options =>
        {
            options.Logger = logger;
            options.GetLevel = (_, _, _) => LogEventLevel.Debug;
            // A query may hold names that an administrator searches for.
            options.IncludeQueryInRequestPath = false;
        });
    }

    /// <summary>One line for each request at the level Debug: method, path, status and time.</summary>
    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging();
}
