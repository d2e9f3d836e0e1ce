using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
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
        if (!_signIn.IsComplete)
        {
            await _signIn.RunAsync(attempt, attempt.StepAsync, cancellationToken);
        }

        await VCenterChecks.CheckPrivilegesAsync(_signIn, attempt, cancellationToken);
        var observed = await attempt.StepAsync("inventory", async notes =>
        {
            await ReadInventoryAsync(attempt, cancellationToken);
            var reader = _signIn.Reader;
            _objectsBefore = reader.Inventory.Count;
            _observed = _observed is null || reader.HasChanged
                ? InventorySummary.Of(reader, _signIn.System, _signIn.Login.IsShared, target, clock.GetUtcNow())
                : _observed with { CollectedAt = clock.GetUtcNow() };
            Describe(_observed, reader.Inventory, notes);
            return _observed;
        });
        await VCenterChecks.ReadAsync(_signIn, attempt, cancellationToken);
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

    /// <summary>Reads the inventory; when the session turns out to have expired, once more in a new one.</summary>
    private async Task ReadInventoryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (await ReadUnlessExpiredAsync(cancellationToken))
        {
            return;
        }

        // The whole of it and silently: by now something else may answer there, and it gets no password either.
        await _signIn.Login.LogoutAsync();
        await _signIn.RunAsync(attempt, (_, run) => run(new StepNotes()), cancellationToken);
        await _signIn.Reader.ReadAsync(cancellationToken);
        if (_signIn.Reader.Inventory is { NotAuthenticatedCount: > 0 } again && again.NotAuthenticatedCount >= again.ProbedCount)
        {
            throw VCenterFailures.LostAgain(target);
        }

        await _signIn.Reader.DescribeAsync(cancellationToken);
    }

    private async Task<bool> ReadUnlessExpiredAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reader = _signIn.Reader;
            if (!await reader.ReadAsync(cancellationToken) || (reader.Inventory.Count == 0 && _objectsBefore > 0))
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
    }

    private static void Describe(Observed observed, Inventory inventory, StepNotes notes)
    {
        var summary = $"{observed.AgentCount} hosts, {observed.VmCount} virtual machines, {observed.StorageCount} datastores";
        if (inventory.Count == 0)
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
