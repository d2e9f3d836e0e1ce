using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>Logs in to a vCenter over an open connection: identifies the system, opens the sessions, and reads the exact version.</summary>
internal sealed class VCenterSignIn(VCenterHttp http, ConnectionTarget target, TimeProvider clock, ILogger logger)
{
    /// <summary>The step that identifies the vCenter.</summary>
    public const string Identity = "identity";

    private static readonly string[] CheckedLists = ["host", "vm", "datastore"];

    private readonly AutomationApi _automation = new(http);

    // The login of the last run, even if it failed halfway: its sessions must be ended.
    private VCenterLogin? _login;

    /// <summary>The steps of the login, in order.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["version", "automation_session", "vi_json_session", Identity];

    /// <summary>Runs the steps one after the other.</summary>
    public Task<SignInResult> RunAsync(Attempt attempt, CancellationToken cancellationToken) => RunAsync(attempt, isReported: true, cancellationToken);

    /// <summary>Logs out and runs all steps again, without steps in the report.</summary>
    public async Task<SignInResult> RenewAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        await EndAsync();
        return await RunAsync(attempt, isReported: false, cancellationToken);
    }

    /// <summary>Logs out, and never throws.</summary>
    public Task EndAsync() => _login?.LogoutAsync() ?? Task.CompletedTask;

    private async Task<SignInResult> RunAsync(Attempt attempt, bool isReported, CancellationToken cancellationToken)
    {
        var system = await StepAsync("version", async notes =>
        {
            var found = await VCenterSystem.DiscoverAsync(http, target, cancellationToken);
            attempt.SystemId = found.Content.About.InstanceUuid;
            notes.Say($"vSphere API {found.ApiRelease}");
            return found;
        });
        var viJson = new ViJsonApi(http, system.ApiRelease);
        var login = _login = new VCenterLogin(_automation, viJson, system.Content.SessionManager, target, http.Metrics, clock, logger);
        var automationSessionId = await StepAsync("automation_session", async notes =>
        {
            var sessionId = await login.OpenAutomationAsync(attempt, cancellationToken);
            notes.Say("Logged in");
            // Only in a test: lists of thousands of objects at each login of a poll would load vCenter for nothing.
            if (attempt.Purpose == AttemptPurpose.Test)
            {
                await CheckListsAsync(sessionId, attempt, notes, cancellationToken);
            }

            return sessionId;
        });
        var viJsonSessionId = await StepAsync("vi_json_session", async notes =>
        {
            var sessionId = await login.OpenViJsonAsync(attempt, automationSessionId, cancellationToken);
            notes.Say(sessionId == automationSessionId ? "Shares the session of the Automation API" : "Logged in with a session of its own");
            return sessionId;
        });
        await StepAsync(Identity, async notes =>
        {
            notes.Say(await DescribeAsync(system.Content.About, automationSessionId, cancellationToken));
            return true;
        });
        return new(system, new ViJsonSession(viJson, viJsonSessionId), IsSessionShared: viJsonSessionId == automationSessionId);

        Task<T> StepAsync<T>(string name, Func<StepNotes, Task<T>> run) => isReported ? attempt.StepAsync(name, run) : run(new StepNotes());
    }

    /// <summary>Reads lists that a poll does not need. So a failure is only a warning: a test and a poll must not contradict each other.</summary>
    private async Task CheckListsAsync(string sessionId, Attempt attempt, StepNotes notes, CancellationToken cancellationToken)
    {
        foreach (var kind in CheckedLists)
        {
            try
            {
                await attempt.WithinShareAsync(token => _automation.ListAsync(kind, sessionId, token), cancellationToken);
            }
            catch (VCenterFailureException failure) when (failure.Error == ErrorTypes.UnableToAllocateResource)
            {
                // More objects than the list may have (facts.md#1.17): the API family answers.
            }
            catch (PlatformFailureException cut) when (cut is { Category: FailureCategory.Timeout, Sentence: { } sentence, Remedy: { } remedy })
            {
                notes.Warn(cut.Category, $"Logged in; the list '{kind}' of the Automation API was not read to its end. {sentence}", remedy);
                return;
            }
            catch (PlatformFailureException failure)
            {
                notes.Warn(
                    failure.Category,
                    $"Logged in, but the list '{kind}' of the Automation API failed ({failure.Detail ?? failure.Category.ToString()})",
                    "Inventory is read without it; check the role of the account, and the vAPI endpoint service of the vCenter.");
                return;
            }
        }
    }

    private async Task<string> DescribeAsync(AboutInfo about, string sessionId, CancellationToken cancellationToken)
    {
        var product = about.FullName ?? $"{about.Name} {about.Version}";
        try
        {
            var appliance = await _automation.ApplianceVersionAsync(sessionId, cancellationToken);
            return appliance?.Version is { } version ? $"{product}, appliance {version}" : product;
        }
        catch (PlatformFailureException)
        {
            // An account with only Read-only may not ask the appliance (facts.md#5.1), and about has the necessary data.
            return product;
        }
    }
}
