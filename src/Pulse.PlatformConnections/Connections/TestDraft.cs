using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Pulse.Access;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>POST /api/{platform}/connections/test</c>: tests settings that are not saved, and saves nothing.</summary>
internal sealed class TestDraft(TestRunner tests, IdentityCheck identity, IAuditTrail audit)
{
    public async Task<Results<Ok<TestReport>, ProblemHttpResult>> HandleAsync(
        PlatformDescriptor platform, bool redact, HttpContext http, Action<TestStep>? stepEnded, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync(http.Request, optional: false, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (!new SettingsReader(platform, body, stored: null, nameRequired: false).TryRead(out var settings, out var errors))
        {
            return ConnectionProblems.Validation(errors);
        }

        var target = TestTarget.Of(settings, platform);
        var (result, refusal) = await tests.RunAsync(platform, target, stepEnded, cancellationToken);
        result = result is null ? null : await identity.CompareAsync(platform, target, saved: null, accepts: false, result, cancellationToken);
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
        return result is null ? ConnectionProblems.Of(refusal!, platform, target) : TypedResults.Ok(TestReport.From(result, target, redact));
    }
}
