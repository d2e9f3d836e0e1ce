using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Checks;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Inventories;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware;

/// <summary>Reads one vCenter over an open connection, and keeps its sessions and its inventory between two reads.</summary>
internal sealed class VCenterClient(VCenterHttp http, ConnectionTarget target, TimeProvider clock, ILogger logger)
{
    private readonly VCenterSignIn _signIn = new(http, target, clock, logger);

    // Null until a login is complete.
    private OpenVCenter? _open;
    private Observed? _observed;
    private int _objectsBefore;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var isKept = _open is not null;
        var open = _open ??= Open(await _signIn.RunAsync(attempt, cancellationToken));
        var observed = await attempt.StepAsync("inventory", async notes =>
        {
            open = await ReadInventoryAsync(open, attempt, isKept, cancellationToken);
            var reader = open.Reader;
            if (reader.IsWhole)
            {
                _objectsBefore = reader.Inventory.Count;
            }
            else
            {
                attempt.Progress = $"{reader.Inventory.Count} objects so far";
            }

            _observed = _observed is null || reader.HasChanged
                ? InventorySummary.Of(reader, open.SignIn, target, clock.GetUtcNow())
                : _observed with { CollectedAt = clock.GetUtcNow() };
            Describe(_observed, reader, notes);
            return _observed;
        });
        await VCenterChecks.RunAsync(open.SignIn, open.Reader, attempt, cancellationToken);
        return observed;
    }

    /// <summary>
    /// Whether to keep the sessions after a failure: vCenter is slow, unavailable or busy, or denies an object. After any
    /// other failure the next read first identifies the system again.
    /// </summary>
    public bool KeepsSessionsAfter(Exception error) =>
        _open is not null && error is OperationCanceledException or PlatformFailureException
        {
            Category: FailureCategory.Unreachable or FailureCategory.Timeout or FailureCategory.Unavailable
                or FailureCategory.RateLimited or FailureCategory.PermissionDenied,
        } and not VCenterFailureException { SessionLost: true };

    /// <summary>Logs out, and never throws.</summary>
    public Task EndAsync()
    {
        _open = null;
        return _signIn.EndAsync();
    }

    private OpenVCenter Open(SignInResult signIn) =>
        new(signIn, new InventoryReader(signIn.ViJson, signIn.System.Content, target.ConnectionId, clock, logger));

    /// <summary>
    /// Reads the inventory. If the session has expired, or another system answers than the one that was identified, logs in
    /// again and reads it once more.
    /// </summary>
    private async Task<OpenVCenter> ReadInventoryAsync(OpenVCenter open, Attempt attempt, bool isKept, CancellationToken cancellationToken)
    {
        if (await ReadUnlessOutdatedAsync(open.Reader, attempt, isKept, cancellationToken))
        {
            return open;
        }

        // All steps of the login, unreported: another system may answer now, and that system must not get the password.
        _open = null;
        var renewed = _open = Open(await _signIn.RenewAsync(attempt, cancellationToken));
        var reader = renewed.Reader;
        try
        {
            await reader.ReadAsync(() => attempt.ReadTimeLeft, cancellationToken);
        }
        catch (VCenterFailureException failure) when (failure.SessionLost)
        {
            throw VCenterFailures.SessionLostAgain(target, failure);
        }

        if (reader.Inventory is { NotAuthenticatedCount: > 0 } again && again.NotAuthenticatedCount >= again.ProbedCount)
        {
            throw VCenterFailures.SessionLostAgain(target);
        }

        await reader.DescribeAsync(cancellationToken);
        return renewed;
    }

    private async Task<bool> ReadUnlessOutdatedAsync(InventoryReader reader, Attempt attempt, bool isKept, CancellationToken cancellationToken)
    {
        try
        {
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
        catch (PlatformFailureException failure) when (isKept && MayBeAnotherSystem(failure))
        {
            return false;
        }
    }

    // The result of the last login may be outdated: a vCenter that was restored from a backup does not know the
    // release, and a name may lead to another system.
    private static bool MayBeAnotherSystem(PlatformFailureException failure) => failure is VCenterFailureException or WebPageException && failure.Category is
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
            notes.Warn(FailureCategory.PermissionDenied, "The account sees no object at all", VCenterPrivileges.AssignReadOnly);
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

    private sealed record OpenVCenter(SignInResult SignIn, InventoryReader Reader);
}
