using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>
/// The sessions that Pulse holds on one vCenter: one for both API families where the vCenter shares it (from 8.0 U3),
/// else one each.
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

    // Together they leave a stop its ten seconds, whatever the vCenter does.
    private static readonly TimeSpan CancelledLoginLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LogoutLimit = TimeSpan.FromSeconds(3);

    private string? _automation;
    private string? _viJson;

    /// <summary>The token for the Automation API.</summary>
    public string AutomationSessionId => _automation ?? throw new InvalidOperationException("Not signed in to the Automation API.");

    /// <summary>The token for VI JSON.</summary>
    public string ViJsonSessionId => _viJson ?? throw new InvalidOperationException("Not signed in to VI JSON.");

    /// <summary>Whether one session serves both families.</summary>
    public bool IsShared => _viJson == _automation;

    public Task OpenAutomationAsync(Attempt attempt, CancellationToken cancellationToken) =>
        LogInAsync(
            attempt,
            async token => _automation = await automation.CreateSessionAsync(UserName, Password, token),
            cancellationToken);

    public async Task OpenViJsonAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (await AnswersAsync(AutomationSessionId, cancellationToken))
        {
            _viJson = _automation;
            return;
        }

        await LogInAsync(
            attempt,
            async token => _viJson = await viJson.LoginAsync(sessionManager, UserName, Password, token),
            cancellationToken);
    }

    /// <summary>Ends every session held, within a limit of its own, and never throws.</summary>
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

    private string UserName => target.Text(VCenterProvider.UserNameField);

    private Secret Password => target.Secret(VCenterProvider.PasswordField);

    /// <summary>
    /// A login on its way is not cancelled at once with the attempt: vCenter may have made the session or counted the
    /// refusal already, and only its answer lets Pulse log out again, or leave the account alone.
    /// </summary>
    private async Task LogInAsync(Attempt attempt, Func<CancellationToken, Task<string>> login, CancellationToken cancellationToken)
    {
        await attempt.LoginAsync(
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var limit = new CancellationTokenSource(LoginLimit, clock);
                await using var cancelled = cancellationToken.Register(() => limit.CancelAfter(CancelledLoginLimit));
                return await MeasureAsync(login, limit.Token);
            },
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
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
        catch (VCenterFailureException failure) when (failure.SessionLost || failure.Error == Faults.NoPermission)
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
            // It was over already.
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
        "A session on {Endpoint} was left behind: the log-out failed ({Category}; {Detail}). The vCenter ends it when it was idle for long enough")]
    private static partial void LogNotLoggedOut(ILogger logger, string endpoint, string category, string? detail);
}
