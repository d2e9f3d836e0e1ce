using System.Text.Json;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Runs the test of a saved connection, records it unless the request has other settings, and adds it to the audit trail.</summary>
internal sealed class SavedTest(TargetFactory targets, TestRunner tests, IdentityCheck identity, TestRecorder recorder, IAuditTrail audit)
{
    public async Task<Outcome<TestReport>> RunAsync(TestedConnection tested, TestRequest request, CancellationToken cancellationToken)
    {
        var (platform, connection, settings) = (tested.Platform, tested.Saved, tested.Settings);
        var isOverlay = IsOverlay(request.Settings);
        var stored = targets.Create(connection, platform, out _);
        var kept = stored.Secrets.Where(secret => settings.Keeps(secret.Key));
        var usesStored = kept.Any();
        var isSavedEndpoint = connection.Host == settings.Host && connection.Port == settings.Port;
        var target = TestTarget.Of(settings, platform) with
        {
            ConnectionId = connection.Id,
            LoginTried = tested.LoginTried,
            ExpectedSystemId = usesStored && isSavedEndpoint ? stored.ExpectedSystemId : null,
            AcceptedSystemId = SystemChange.ShownBefore(connection.Health.Observed),
            Secrets = kept.Concat(settings.NewSecrets).ToDictionary(StringComparer.Ordinal),
        };
        var order = new AttemptOrder(platform, target, AttemptPurpose.Test) { StepEnded = request.StepEnded };
        var readable = connection.ProtectedSecrets.Keys.Where(settings.Keeps).All(target.Secrets.ContainsKey);
        var (result, refusal) = readable
            ? await tests.RunAsync(order, cancellationToken)
            : (AttemptRunner.NotBegun(platform, target, FailureCategory.SecretUnreadable), null);

        if (result is not null && !isOverlay && !SaysNothing(connection, result))
        {
            await recorder.RecordAsync(connection, result with { WasCut = false });
        }

        result = result is null ? null : await identity.CompareAsync(order, result, new(connection, Accepts: !isOverlay), cancellationToken);

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
    /// A test does more than a poll, and starts without the session that the polls keep: a test that reached its time limit says nothing about
    /// a connection whose polls work.
    /// </summary>
    private static bool SaysNothing(Connection connection, AttemptResult result) =>
        result is { WasCut: true, Failure: not null }
        || (result.IsPartial && connection.Health.State is PollState.Healthy or PollState.Degraded);

    private static bool IsOverlay(JsonElement body) => body.EnumerateObject().Any(property => !ConnectionMembers.ServerOnly.Contains(property.Name));
}
