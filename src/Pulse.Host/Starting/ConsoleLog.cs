using Serilog;
using Serilog.Core;
using Serilog.Formatting.Compact;

namespace Pulse.Host.Starting;

/// <summary>How Pulse writes to the console: for people in development, as JSON lines in production.</summary>
internal static class ConsoleLog
{
    public static LoggerConfiguration ToConsole(this LoggerConfiguration configuration, bool forPeople) =>
        forPeople ? configuration.WriteTo.Console() : configuration.WriteTo.Console(new CompactJsonFormatter());

    /// <summary>A logger for what goes wrong before the configuration is read, and so before there is a logger by the configuration.</summary>
    public static Logger Bootstrap() =>
        new LoggerConfiguration().ToConsole(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == Environments.Development).CreateLogger();
}
