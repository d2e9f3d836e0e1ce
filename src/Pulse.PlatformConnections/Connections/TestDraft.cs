using Pulse.Access.Audit;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>POST /api/{platform}/connections/test</c>: tests settings that are not saved, and saves nothing.</summary>
internal sealed class TestDraft(TestRunner tests, IdentityCheck identity, IAuditTrail audit)
{
    public async Task<Outcome<TestReport>> HandleAsync(
        PlatformDescriptor platform, TestRequest request, CancellationToken cancellationToken)
    {
        if (!new SettingsReader(platform, request.Settings, stored: null, nameRequired: false).TryRead(out var settings, out var errors))
        {
            return new ConnectionRefusal.Invalid(errors);
        }

        var target = TestTarget.Of(settings, platform);
        var order = new AttemptOrder(platform, target, AttemptPurpose.Test) { StepEnded = request.StepEnded };
        var (result, refusal) = await tests.RunAsync(order, cancellationToken);
        result = result is null ? null : await identity.CompareAsync(order, result, compared: null, cancellationToken);
        await audit.RecordAsync(
            new AuditEntry
            {
                Action = "draft_tested",
                Outcome = TestTarget.OutcomeOf(result, refusal),
                Platform = platform.Key,
                ConnectionName = settings.Name.Length > 0 ? settings.Name : null,
                Detail = TestTarget.DetailOf(target, result),
            },
            CancellationToken.None);
        return result is null
            ? new ConnectionRefusal.NotTested(refusal!, platform, target)
            : TestReport.From(result, target, request.Redact);
    }
}
