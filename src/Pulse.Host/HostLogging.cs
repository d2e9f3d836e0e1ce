using Serilog;
using Serilog.Formatting.Compact;

namespace Pulse.Host;

/// <summary>Logs to the console: for people in development, as JSON lines in production. Levels come from the configuration.</summary>
internal static class HostLogging
{
    public static void AddHostLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        if (builder.Environment.IsDevelopment())
        {
            configuration.WriteTo.Console();
        }
        else
        {
            configuration.WriteTo.Console(new CompactJsonFormatter());
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
