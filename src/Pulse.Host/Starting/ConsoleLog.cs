using Serilog;
using Serilog.Core;
using Serilog.Formatting.Compact;

namespace Pulse.Host.Starting;

/// <summary>The log on the console: text for people in development, JSON lines in production.</summary>
internal static class ConsoleLog
{
    public static LoggerConfiguration ToConsole(this LoggerConfiguration configuration, bool forPeople) =>
        forPeople ? configuration.WriteTo.Console() : configuration.WriteTo.Console(new CompactJsonFormatter());

    /// <summary>A logger for errors before the configuration is read, and therefore before the configured logger exists.</summary>
    public static Logger Bootstrap() =>
        new LoggerConfiguration().ToConsole(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == Environments.Development).CreateLogger();
}
