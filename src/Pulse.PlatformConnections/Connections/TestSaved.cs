using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// <c>POST /api/{platform}/connections/{id}/test</c>: tests a saved connection. Without a body it is an attempt like any
/// other, and its outcome is recorded before the answer is sent, unless its time did not suffice; with settings laid over the saved ones it records nothing.
/// </summary>
internal sealed class TestSaved(
    ConnectionsDbContext context,
    TargetFactory targets,
    TestRunner tests,
    IdentityCheck identity,
    TestsUnderWay underWay,
    HealthRecorder recorder,
    LocalPollers pollers,
    IAuditTrail audit,
    IOptions<ConnectionOptions> options)
{
    public async Task<Outcome<TestReport>> HandleAsync(
        PlatformDescriptor platform, Guid id, TestRequest request, CancellationToken cancellationToken)
    {
        var connection = await context.Connections.AsNoTracking().Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
        if (connection is null)
        {
            return new ConnectionRefusal.NotFound(id);
        }

        if (!new SettingsReader(platform, request.Settings, connection, nameRequired: true).TryRead(out var settings, out var errors))
        {
            return new ConnectionRefusal.Invalid(errors);
        }

        var elsewhere = ConnectionChanges.SecretGoesElsewhere(connection, settings, platform);
        if (elsewhere.Count > 0 && options.Value.BindSecretsToEndpoint)
        {
            return new ConnectionRefusal.SecretReentryRequired(elsewhere);
        }

        if (!underWay.TryEnter(id))
        {
            return new ConnectionRefusal.TestInProgress();
        }

        var sent = false;
        try
        {
            return await RunAsync(platform, connection, settings, request, () => sent = true, cancellationToken);
        }
        finally
        {
            underWay.Leave(id);

            // Also when the caller has gone: what was sent stays sent.
            if (elsewhere.Count > 0)
            {
                await AuditSecretAsync(connection, settings, elsewhere, sent);
            }
        }
    }

    private async Task<Outcome<TestReport>> RunAsync(
        PlatformDescriptor platform,
        Connection connection,
        ConnectionSettings settings,
        TestRequest request,
        Action loginTried,
        CancellationToken cancellationToken)
    {
        var isOverlay = IsOverlay(request.Settings);
        var stored = targets.Create(connection, platform, out _);
        var kept = stored.Secrets.Where(secret => settings.Keeps(secret.Key));
        var usesStored = kept.Any();
        var isSavedEndpoint = connection.Host == settings.Host && connection.Port == settings.Port;
        var target = TestTarget.Of(settings, platform) with
        {
            ConnectionId = connection.Id,
            LoginTried = loginTried,
            ExpectedSystemId = usesStored && isSavedEndpoint ? stored.ExpectedSystemId : null,
            AcceptedSystemId = SystemChange.ShownBefore(connection.Health.Observed),
            Secrets = kept.Concat(settings.NewSecrets).ToDictionary(StringComparer.Ordinal),
        };
        var readable = connection.ProtectedSecrets.Keys.Where(settings.Keeps).All(target.Secrets.ContainsKey);
        var (result, refusal) = readable
            ? await tests.RunAsync(platform, target, request.StepEnded, cancellationToken)
            : (AttemptRunner.NotBegun(platform, target, FailureCategory.SecretUnreadable), null);

        if (result is not null && !isOverlay && !SaysNothing(connection, result))
        {
            await RecordAsync(connection, result with { WasCut = false });
        }

        result = result is null ? null : await identity.CompareAsync(platform, target, connection, accepts: !isOverlay, result, cancellationToken);

        var action = isOverlay ? "overlay_tested" : "connection_tested";
        await audit.RecordAsync(
            ConnectionAudit.Entry(
                action,
                connection,
                TestTarget.OutcomeOf(result, refusal),
                ConnectionChanges.Between(connection, settings),
                TestTarget.DetailOf(target, result)),
            CancellationToken.None);
        return result is null
            ? new ConnectionRefusal.NotTested(refusal!, platform, target)
            : TestReport.From(result, target, request.Redact);
    }

    /// <summary>
    /// A test does more than a poll, and begins without what the polls hold: that its time did not suffice says nothing of
    /// a connection whose polls work.
    /// </summary>
    private static bool SaysNothing(Connection connection, AttemptResult result) =>
        result is { WasCut: true, Failure: not null }
        || (result.IsPartial && connection.Health.State is PollState.Healthy or PollState.Degraded);

    /// <summary>The test was done, so it counts even when the caller has gone; a success also ends a suspension.</summary>
    private async Task RecordAsync(Connection connection, AttemptResult result)
    {
        var next = await recorder.RecordAsync(connection.Id, connection.Version, result, CancellationToken.None);
        if (next is null)
        {
            return;
        }

        if (connection.Health.SuspendedReason is not null)
        {
            pollers.PollNow(connection.Id);
        }
        else
        {
            pollers.PollAt(connection.Id, next.Value);
        }
    }

    private Task AuditSecretAsync(Connection connection, ConnectionSettings settings, IReadOnlyList<string> elsewhere, bool sent) => audit.RecordAsync(
        ConnectionAudit.SecretGoesElsewhere(
            connection,
            elsewhere,
            ConnectionChanges.Url(connection.Host, connection.Port, connection.UseHttps),
            ConnectionChanges.Url(settings.Host, settings.Port, settings.UseHttps),
            sent),
        CancellationToken.None);

    private static bool IsOverlay(JsonElement body) => body.EnumerateObject().Any(property => !ConnectionMembers.ServerOnly.Contains(property.Name));
}
