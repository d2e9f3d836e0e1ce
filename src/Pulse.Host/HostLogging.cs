using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Formatting.Compact;

namespace Pulse.Host;

/// <summary>Logs to the console: for people in development, as JSON lines in production. Levels come from the configuration.</summary>
internal static class HostLogging
{
    /// <summary>A logger for what goes wrong before the configuration is read, and so before there is a logger by the configuration.</summary>
    public static Logger Bootstrap() => ToConsole(
        new LoggerConfiguration(), Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == Environments.Development).CreateLogger();

    public static void AddHostLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        var logger = ToConsole(configuration, builder.Environment.IsDevelopment()).CreateLogger();

        // A provider among others, and not the one logger of the process: a test adds its own, and several hosts run in one process.
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
        builder.Services.AddSingleton(new DiagnosticContext(logger));
        builder.Services.Configure<RequestLoggingOptions>(options =>
        {
            options.Logger = logger;
            options.GetLevel = (_, _, _) => LogEventLevel.Debug;
            // What a query holds is nobody's business but the request's.
            options.IncludeQueryInRequestPath = false;
        });
    }

    /// <summary>One line for each request at the level Debug: method, path, status and time.</summary>
    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging();

    private static LoggerConfiguration ToConsole(LoggerConfiguration configuration, bool forPeople) =>
        forPeople ? configuration.WriteTo.Console() : configuration.WriteTo.Console(new CompactJsonFormatter());
}
