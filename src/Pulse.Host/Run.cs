using Microsoft.Extensions.Options;

namespace Pulse.Host;

/// <summary>Starts Pulse, or says in one message why it cannot start.</summary>
internal static partial class Run
{
    /// <returns>The exit code: 0 after a stop, 1 when Pulse could not start.</returns>
    public static async Task<int> RunPulseAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.MigrateDatabaseAsync(CancellationToken.None);
                await app.RunAsync();
                return 0;
            }
            catch (OptionsValidationException wrong)
            {
                foreach (var failure in wrong.Failures)
                {
                    LogCannotStart(app.Logger, failure);
                }

                return 1;
            }
            catch (StoreCannotBeOpenedException store)
            {
                LogCannotStart(app.Logger, store.Message);
                return 1;
            }
            catch (IOException address) when (address.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                LogCannotStart(app.Logger, $"{address.Message} Stop what listens there, or choose another address with --urls.");
                return 1;
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "Pulse does not start. {Reason}")]
    private static partial void LogCannotStart(ILogger logger, string reason);
}
