using Microsoft.Extensions.Logging;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Checks;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware;

/// <summary>Reads one vCenter for one connection, and holds its sockets and sessions between two reads.</summary>
internal sealed class VCenterSession(
    ConnectionTarget target, EndpointConnector connector, ResiliencePipeline reads, TimeProvider clock, ILogger logger) : IPlatformSession
{
    private EndpointConnection? _connection;
    private VCenterSignIn? _signIn;
    private int _objectsBefore;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectAndReadAsync(attempt, cancellationToken);
        }
        catch (Exception error) when (!MayHoldOn(error))
        {
            await EndAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task<Observed> ConnectAndReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            if (_signIn is not { IsComplete: true })
            {
                _connection = await connector.ConnectAsync(target, attempt, cancellationToken);
                _signIn = new VCenterSignIn(new VCenterHttp(_connection.Http, target, reads, clock), target, clock, logger);
                await _signIn.RunAsync(attempt, attempt.StepAsync, cancellationToken);
            }

            await VCenterChecks.CheckPrivilegesAsync(_signIn, attempt, cancellationToken);
            var observed = await attempt.StepAsync("inventory", async notes =>
            {
                var inventory = await ReadInventoryAsync(_signIn, attempt, cancellationToken);
                _objectsBefore = inventory.Count;
                var summary = InventorySummary.Of(inventory, _signIn.System, _signIn.Login.IsShared, target, clock.GetUtcNow());
                Describe(summary, inventory, notes);
                return summary;
            });
            await VCenterChecks.ReadAsync(_signIn, attempt, cancellationToken);
            return observed;
        }
        finally
        {
            attempt.Certificate ??= _connection?.Certificate;
        }
    }

    /// <summary>Reads the inventory; when the session turns out to have expired, once more in a new one.</summary>
    private async Task<Inventory> ReadInventoryAsync(VCenterSignIn signIn, Attempt attempt, CancellationToken cancellationToken)
    {
        if (await ReadUnlessExpiredAsync(signIn, cancellationToken) is { } inventory)
        {
            return inventory;
        }

        // The whole of it and silently: by now something else may answer there, and it gets no password either.
        await signIn.Login.LogoutAsync();
        await signIn.RunAsync(attempt, (_, run) => run(new StepNotes()), cancellationToken);
        var again = await signIn.Reader.ReadAsync(cancellationToken);
        return again is { HasNotAuthenticated: true, HasReadable: false } ? throw VCenterFailures.LostAgain(target) : again;
    }

    private async Task<Inventory?> ReadUnlessExpiredAsync(VCenterSignIn signIn, CancellationToken cancellationToken)
    {
        try
        {
            var inventory = await signIn.Reader.ReadAsync(cancellationToken);
            // The read needs no rights, so that an expired session may get a 200 with nothing in it (facts 3).
            var expired = inventory.HasNotAuthenticated
                || (inventory.Count == 0 && _objectsBefore > 0 && !await signIn.Login.IsAliveAsync(cancellationToken));
            return expired ? null : inventory;
        }
        catch (VCenterFailureException failure) when (failure.SessionLost || failure.StateLost)
        {
            return null;
        }
    }

    private static void Describe(Observed observed, Inventory inventory, StepNotes notes)
    {
        var summary = $"{observed.AgentCount} hosts, {observed.VmCount} virtual machines, {observed.StorageCount} datastores";
        if (observed.Issues is [var issue, ..])
        {
            notes.Warn(issue.Category, $"{summary}; {issue.Message}", "See what the issues name.");
        }
        else if (inventory.Count == 0)
        {
            notes.Warn(FailureCategory.PermissionDenied, "The account sees no object at all", InventorySummary.AssignReadOnly);
        }
        else
        {
            notes.Say(summary);
        }
    }

    /// <summary>
    /// Whether the sessions are worth keeping after a failure: vCenter is slow, away or busy, or denies an object. After
    /// anything else the next read starts over, from what it is that answers there.
    /// </summary>
    private bool MayHoldOn(Exception error) =>
        _signIn is { IsComplete: true } && error is OperationCanceledException or PlatformFailureException
        {
            Category: FailureCategory.Unreachable or FailureCategory.Timeout or FailureCategory.Unavailable
                or FailureCategory.RateLimited or FailureCategory.PermissionDenied,
        } and not VCenterFailureException { SessionLost: true };

    private async Task EndAsync()
    {
        if (_signIn is not null)
        {
            await _signIn.EndAsync();
            _signIn = null;
        }

        _connection?.Dispose();
        _connection = null;
    }
}
