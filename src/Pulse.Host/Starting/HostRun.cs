using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Pulse.Host.Storage;

namespace Pulse.Host.Starting;

/// <summary>Starts Pulse, or writes one message with the reason why Pulse cannot start.</summary>
internal static partial class HostRun
{
    /// <param name="compose">Puts the program together.</param>
    /// <returns>The exit code: 0 after a stop, 1 when Pulse could not start.</returns>
    public static Task<int> RunAsync(Func<WebApplication> compose) => TryCompose(compose) is { } app ? RunAsync(app) : Task.FromResult(1);

    // An error here occurs before the configured logger exists, and mostly because of the configuration.
    private static WebApplication? TryCompose(Func<WebApplication> compose)
    {
        try
        {
            return compose();
        }
        catch (Exception error) when (error is not HostAbortedException)
        {
            using var log = ConsoleLog.Bootstrap();
            log.Fatal("Pulse does not start. {Reason}", $"The configuration cannot be used: {Reasons(error)}");
            return null;
        }
    }

    private static string Reasons(Exception error) =>
        error.InnerException is { } inner ? $"{error.Message} {Reasons(inner)}" : error.Message;

    private static async Task<int> RunAsync(WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.PrepareAsync(CancellationToken.None);
                await app.RunAsync();
                return 0;
            }
            catch (CannotStartException cannot)
            {
                foreach (var reason in cannot.Reasons)
                {
                    LogCannotStart(app.Logger, reason);
                }
            }
            catch (Exception error) when (error.GetBaseException() is SqliteException broken)
            {
                LogCannotStart(app.Logger, DatabaseCheck.Explain(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value, broken));
            }
            catch (IOException address) when (address.InnerException is AddressInUseException)
            {
                LogCannotStart(app.Logger, $"{address.Message} Stop what listens there, or choose another address with --urls.");
            }

            return 1;
        }
    }

    /// <summary>Checks everything that Pulse needs before it listens.</summary>
    /// <exception cref="CannotStartException">A setting is wrong, or the database cannot be used.</exception>
    public static Task PrepareAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        app.CheckSettings();
        return app.MigrateDatabaseAsync(cancellationToken);
    }

    /// <summary>Checks all settings before anything is changed, so that an operator sees all wrong settings at once.</summary>
    /// <exception cref="CannotStartException">At least one setting is wrong.</exception>
    private static void CheckSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException wrong)
        {
            throw new CannotStartException(wrong.Failures, wrong);
        }
        catch (AggregateException several)
        {
            var reasons = several.InnerExceptions.SelectMany(error => error is OptionsValidationException wrong ? wrong.Failures : [error.Message]);
            throw new CannotStartException(reasons.Distinct(StringComparer.Ordinal), several);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message for "abc" instead of a number: it names the key and the value.
            throw new CannotStartException([unreadable.Message], unreadable);
        }
    }

    [LoggerMessage(LogLevel.Critical, "Pulse does not start. {Reason}")]
    private static partial void LogCannotStart(ILogger logger, string reason);
}
