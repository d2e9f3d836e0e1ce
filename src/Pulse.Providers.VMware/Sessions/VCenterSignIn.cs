using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>Runs one step, or only the work of it.</summary>
internal delegate Task StepRunner(string name, Func<StepNotes, Task> run);

/// <summary>Gets from an open connection to sessions in which a vCenter can be read: what answers there, the logins, who it is.</summary>
internal sealed class VCenterSignIn(VCenterHttp http, ConnectionTarget target, TimeProvider clock, ILogger logger)
{
    /// <summary>The step that says which vCenter answers.</summary>
    public const string Identity = "identity";

    private static readonly string[] CheckedLists = ["host", "vm", "datastore"];

    private readonly AutomationApi _automation = new(http);
    private VCenterSystem? _system;
    private ViJsonApi? _viJson;
    private VCenterLogin? _login;
    private InventoryReader? _reader;

    /// <summary>The steps it takes, in order.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["version", "automation_session", "vi_json_session", Identity];

    /// <summary>Whether a run came to its end.</summary>
    public bool IsComplete => _reader is not null;

    public VCenterSystem System => _system ?? throw new InvalidOperationException("What answers is not known yet.");

    public VCenterLogin Login => _login ?? throw new InvalidOperationException("Not signed in.");

    public ViJsonApi ViJson => _viJson ?? throw new InvalidOperationException("What answers is not known yet.");

    public InventoryReader Reader => _reader ?? throw new InvalidOperationException("Not signed in.");

    public async Task RunAsync(Attempt attempt, StepRunner step, CancellationToken cancellationToken)
    {
        _reader = null;
        await step("version", async notes =>
        {
            _system = await VCenterSystem.DiscoverAsync(http, target, cancellationToken);
            attempt.SystemId = _system.Content.About.InstanceUuid;
            notes.Say($"vSphere API {_system.ApiRelease}");
        });
        _viJson = new ViJsonApi(http, System.ApiRelease);
        _login = new VCenterLogin(_automation, _viJson, System.Content.SessionManager, target, http.Metrics, clock, logger);
        await step("automation_session", async notes =>
        {
            await _login.OpenAutomationAsync(attempt, cancellationToken);
            notes.Say("Signed in");
            // Only when an admin asks: lists of thousands of objects at each sign-in of a poll would load vCenter for nothing.
            if (attempt.Purpose == AttemptPurpose.Test)
            {
                await CheckListsAsync(attempt, notes, cancellationToken);
            }
        });
        await step("vi_json_session", async notes =>
        {
            await _login.OpenViJsonAsync(attempt, cancellationToken);
            notes.Say(_login.IsShared ? "Shares the session of the Automation API" : "Signed in with a session of its own");
        });
        await step(Identity, async notes => notes.Say(await DescribeAsync(cancellationToken)));
        _reader = new InventoryReader(_viJson, System.Content, _login.ViJsonSessionId, target.ConnectionId, clock, logger);
    }

    /// <summary>Logs out, and never throws.</summary>
    public Task EndAsync()
    {
        _reader = null;
        return _login?.LogoutAsync() ?? Task.CompletedTask;
    }

    /// <summary>Reads what a poll does without, so that it can only warn: a test and a poll must not disagree.</summary>
    private async Task CheckListsAsync(Attempt attempt, StepNotes notes, CancellationToken cancellationToken)
    {
        foreach (var kind in CheckedLists)
        {
            try
            {
                await attempt.WithinShareAsync(token => _automation.ListAsync(kind, Login.AutomationSessionId, token), cancellationToken);
            }
            catch (VCenterFailureException failure) when (failure.Error == ErrorTypes.UnableToAllocateResource)
            {
                // More objects than the list may have (facts.md#1.17): it answers.
            }
            catch (PlatformFailureException cut) when (cut is { Category: FailureCategory.Timeout, Sentence: { } sentence, Remedy: { } remedy })
            {
                notes.Warn(cut.Category, $"Signed in; the list '{kind}' of the Automation API was not read to its end. {sentence}", remedy);
                return;
            }
            catch (PlatformFailureException failure)
            {
                notes.Warn(
                    failure.Category,
                    $"Signed in, but the list '{kind}' of the Automation API failed ({failure.Detail ?? failure.Category.ToString()})",
                    "Inventory is read without it; check the role of the account, and the vAPI endpoint service of the vCenter.");
                return;
            }
        }
    }

    private async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var about = System.Content.About;
        var product = about.FullName ?? $"{about.Name} {about.Version}";
        try
        {
            var appliance = await _automation.ApplianceVersionAsync(Login.AutomationSessionId, cancellationToken);
            return appliance?.Version is { } version ? $"{product}, appliance {version}" : product;
        }
        catch (PlatformFailureException)
        {
            // A plain Read-only account may not ask the appliance (facts.md#5.1), and about has said what is needed.
            return product;
        }
    }
}
