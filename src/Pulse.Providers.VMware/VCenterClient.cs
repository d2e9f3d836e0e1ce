using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Checks;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware;

/// <summary>Reads one vCenter over a connection that is there, and holds its sessions and what it knows between two reads.</summary>
internal sealed class VCenterClient(VCenterHttp http, ConnectionTarget target, TimeProvider clock, ILogger logger)
{
    private readonly VCenterSignIn _signIn = new(http, target, clock, logger);
    private Observed? _observed;
    private int _objectsBefore;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var isKept = _signIn.IsComplete;
        if (!isKept)
        {
            await _signIn.RunAsync(attempt, attempt.StepAsync, cancellationToken);
        }

        var observed = await attempt.StepAsync("inventory", async notes =>
        {
            await ReadInventoryAsync(attempt, isKept, cancellationToken);
            var reader = _signIn.Reader;
            if (reader.IsWhole)
            {
                _objectsBefore = reader.Inventory.Count;
            }
            else
            {
                attempt.Progress = $"{reader.Inventory.Count} objects so far";
            }

            _observed = _observed is null || reader.HasChanged
                ? InventorySummary.Of(reader, _signIn.System, _signIn.Login.IsShared, target, clock.GetUtcNow())
                : _observed with { CollectedAt = clock.GetUtcNow() };
            Describe(_observed, reader, notes);
            return _observed;
        });
        await VCenterChecks.RunAsync(_signIn, attempt, cancellationToken);
        return observed;
    }

    /// <summary>
    /// Whether the sessions are worth keeping after a failure: vCenter is slow, away or busy, or denies an object. After
    /// anything else the next read starts over, from what it is that answers there.
    /// </summary>
    public bool MayHoldOn(Exception error) =>
        _signIn.IsComplete && error is OperationCanceledException or PlatformFailureException
        {
            Category: FailureCategory.Unreachable or FailureCategory.Timeout or FailureCategory.Unavailable
                or FailureCategory.RateLimited or FailureCategory.PermissionDenied,
        } and not VCenterFailureException { SessionLost: true };

    /// <summary>Logs out, and never throws.</summary>
    public Task EndAsync() => _signIn.EndAsync();

    /// <summary>
    /// Reads the inventory; when the session turns out to have expired, or something else answers than what was discovered
    /// once, then once more from the start.
    /// </summary>
    private async Task ReadInventoryAsync(Attempt attempt, bool isKept, CancellationToken cancellationToken)
    {
        if (await ReadUnlessOutdatedAsync(attempt, isKept, cancellationToken))
        {
            return;
        }

        // The whole of it and silently: by now something else may answer there, and it gets no password either.
        await _signIn.Login.LogoutAsync();
        await _signIn.RunAsync(attempt, (_, run) => run(new StepNotes()), cancellationToken);
        try
        {
            await _signIn.Reader.ReadAsync(() => attempt.ReadTimeLeft, cancellationToken);
        }
        catch (VCenterFailureException failure) when (failure.SessionLost)
        {
            throw VCenterFailures.LostAgain(target, failure);
        }

        if (_signIn.Reader.Inventory is { NotAuthenticatedCount: > 0 } again && again.NotAuthenticatedCount >= again.ProbedCount)
        {
            throw VCenterFailures.LostAgain(target);
        }

        await _signIn.Reader.DescribeAsync(cancellationToken);
    }

    private async Task<bool> ReadUnlessOutdatedAsync(Attempt attempt, bool isKept, CancellationToken cancellationToken)
    {
        try
        {
            var reader = _signIn.Reader;
            if (!await reader.ReadAsync(() => attempt.ReadTimeLeft, cancellationToken)
                || (reader is { IsWhole: true, Inventory.Count: 0 } && _objectsBefore > 0))
            {
                return false;
            }

            await reader.DescribeAsync(cancellationToken);
            return true;
        }
        catch (VCenterFailureException failure) when (failure.SessionLost || failure.StateLost)
        {
            return false;
        }
        catch (PlatformFailureException failure) when (isKept && MayBeAnother(failure))
        {
            return false;
        }
    }

    // What was learnt at the last sign-in may not hold any more: a vCenter that was restored from a backup does not know the
    // release, and a name may lead elsewhere.
    private static bool MayBeAnother(PlatformFailureException failure) => failure is VCenterFailureException or WebPageException && failure.Category is
        FailureCategory.Protocol or FailureCategory.UnsupportedVersion or FailureCategory.WrongSystem or FailureCategory.Unknown;

    private static void Describe(Observed observed, InventoryReader reader, StepNotes notes)
    {
        var summary = $"{observed.AgentCount} hosts, {observed.VmCount} virtual machines, {observed.StorageCount} datastores";
        if (!reader.IsWhole)
        {
            notes.Warn(
                FailureCategory.Timeout,
                $"{summary} so far: the first read needs more time than one attempt has",
                "Nothing is lost: polls go on from there until everything was read.");
        }
        else if (reader.Inventory.Count == 0)
        {
            notes.Warn(FailureCategory.PermissionDenied, "The account sees no object at all", InventorySummary.AssignReadOnly);
        }
        else if (observed.Issues is [var issue, ..])
        {
            notes.Warn(issue.Category, $"{summary}; {issue.Message}", "See what the issues name.");
        }
        else
        {
            notes.Say(summary);
        }
    }
}
