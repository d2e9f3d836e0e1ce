using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>
/// The sessions of Pulse on one vCenter: one for both API families if the vCenter shares sessions (from 8.0 U3),
/// otherwise one for each family.
/// </summary>
internal sealed partial class VCenterLogin(
    AutomationApi automation,
    ViJsonApi viJson,
    ManagedObjectReference sessionManager,
    ConnectionTarget target,
    ConnectionMetrics metrics,
    TimeProvider clock,
    ILogger logger)
{
    private static readonly TimeSpan LoginLimit = TimeSpan.FromSeconds(10);

    // Together these limits fit into the ten seconds of a stop, whatever the vCenter does.
    private static readonly TimeSpan CancelledLoginLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LogoutLimit = TimeSpan.FromSeconds(3);

    // Set as soon as a session exists, even if the attempt is cancelled meanwhile: each session must be ended.
    private string? _automation;
    private string? _viJson;

    /// <returns>The token for the Automation API.</returns>
    public Task<string> OpenAutomationAsync(Attempt attempt, CancellationToken cancellationToken) =>
        LogInAsync(
            attempt,
            async token => _automation = await automation.CreateSessionAsync(Account, token),
            cancellationToken);

    /// <returns>The token for VI JSON: that of the Automation API if one session serves both families.</returns>
    public async Task<string> OpenViJsonAsync(Attempt attempt, string automationSessionId, CancellationToken cancellationToken)
    {
        if (await AnswersAsync(automationSessionId, cancellationToken))
        {
            return _viJson = automationSessionId;
        }

        return await LogInAsync(
            attempt,
            async token => _viJson = await viJson.LoginAsync(sessionManager, Account, token),
            cancellationToken);
    }

    /// <summary>Ends every open session within a time limit, and never throws.</summary>
    public async Task LogoutAsync()
    {
        var (automationSession, viJsonSession) = (Interlocked.Exchange(ref _automation, null), Interlocked.Exchange(ref _viJson, null));
        await Task.WhenAll(
            viJsonSession is null || viJsonSession == automationSession
                ? Task.CompletedTask
                : EndAsync(token => viJson.LogoutAsync(sessionManager, viJsonSession, token)),
            automationSession is null
                ? Task.CompletedTask
                : EndAsync(token => automation.DeleteSessionAsync(automationSession, token)));
    }

    private VCenterAccount Account => VCenterAccount.Of(target);

    /// <summary>
    /// A login that was sent is not cancelled at once with the attempt: vCenter may have created the session or counted the
    /// refusal already, and only its answer tells Pulse whether to log out or to leave the account alone.
    /// </summary>
    private async Task<string> LogInAsync(Attempt attempt, Func<CancellationToken, Task<string>> login, CancellationToken cancellationToken)
    {
        var sessionId = await attempt.LoginAsync(
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var limit = new CancellationTokenSource(LoginLimit, clock);
                await using var cancelled = cancellationToken.Register(() => limit.CancelAfter(CancelledLoginLimit));
                return await MeasureAsync(login, limit.Token);
            },
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return sessionId;
    }

    private async Task<string> MeasureAsync(Func<CancellationToken, Task<string>> login, CancellationToken limit)
    {
        try
        {
            var token = await login(limit);
            metrics.LoginEnded(error: null);
            metrics.SessionOpened();
            return token;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            var failure = new PlatformFailureException(FailureCategory.Timeout)
            {
                Sentence = $"{target.Endpoint} did not answer the login within {LoginLimit.TotalSeconds:0} s.",
            };
            metrics.LoginEnded(failure);
            throw failure;
        }
        catch (Exception error)
        {
            metrics.LoginEnded(error);
            throw;
        }
    }

    private async Task<bool> AnswersAsync(string sessionId, CancellationToken cancellationToken)
    {
        try
        {
            return await viJson.CurrentSessionAsync(sessionManager, sessionId, cancellationToken) is not null;
        }
        catch (VCenterFailureException failure) when (failure.SessionLost || failure.Error == FaultTypes.NoPermission)
        {
            return false;
        }
    }

    private async Task EndAsync(Func<CancellationToken, Task> logout)
    {
        using var limit = new CancellationTokenSource(LogoutLimit, clock);
        try
        {
            await logout(limit.Token);
            metrics.SessionEnded();
        }
        catch (VCenterFailureException failure) when (failure.SessionLost)
        {
            // The session had ended already.
            metrics.SessionEnded();
        }
        catch (Exception error)
        {
            var why = limit.IsCancellationRequested ? new PlatformFailureException(FailureCategory.Timeout) : error;
            metrics.SessionLeft(why);
            LogNotLoggedOut(logger, target.Endpoint, VCenterMetrics.OutcomeOf(why), (why as PlatformFailureException)?.Detail);
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "A session on {Endpoint} was left behind: the log-out failed ({Category}; {Detail}). The vCenter ends it after its idle timeout")]
    private static partial void LogNotLoggedOut(ILogger logger, string endpoint, string category, string? detail);
}
