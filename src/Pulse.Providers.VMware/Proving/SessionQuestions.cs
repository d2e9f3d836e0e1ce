using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Providers.VMware.Proving;

/// <summary>Asks whether one session serves both API families, in both directions, and which sessions a log-out ends.</summary>
internal sealed class SessionQuestions(VCenterFacts facts, ProofClient client, ProofSession session)
{
    public async Task AskFirstAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        await sheet.AskAsync(
            VCenterRows.SessionAutomationFirst,
            async token =>
            {
                await session.OpenAutomationAsync(token);
                var answer = await CurrentSessionAsync(session.Automation, token);
                return ProofFinding.Pass(IsKnown(answer) ? "Shared: currentSession knows the session." : $"Separate: currentSession answers {Words(answer)}.");
            },
            cancellationToken);
        await sheet.AskAsync(
            VCenterRows.SessionViJsonFirst,
            async token =>
            {
                await session.OpenViJsonAsync(token);
                var answer = await client.CallAsync(HttpMethod.Get, "/api/session", session.ViJson, token);
                return ProofFinding.Pass(IsKnown(answer) ? "Shared: /api/session knows the session." : $"Separate: /api/session answers {Words(answer)}.");
            },
            cancellationToken);
    }

    public async Task AskLastAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        await sheet.AskAsync(VCenterRows.NullForm, AskNullFormAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.BodyWithoutParameters, AskBodyAsync, cancellationToken);
        var (viJson, automation) = (session.ViJson, session.Automation);
        if (viJson is null || automation is null)
        {
            return;
        }

        await sheet.AskAsync(VCenterRows.Logout, token => LogOutAsync(viJson, automation, token), cancellationToken);
        await sheet.AskAsync(
            VCenterRows.LogoutEndsBoth,
            async token =>
            {
                var afterViJson = await client.CallAsync(HttpMethod.Get, "/api/session", viJson, token);
                var afterAutomation = await CurrentSessionAsync(automation, token);
                return ProofFinding.Of(
                    !IsKnown(afterViJson) && !IsKnown(afterAutomation),
                    $"After Logout, /api/session answers {Words(afterViJson)}; after DELETE /api/session, currentSession answers {Words(afterAutomation)}.");
            },
            cancellationToken);
    }

    private async Task<ProofFinding> LogOutAsync(string viJson, string automation, CancellationToken cancellationToken)
    {
        var first = await session.CloseViJsonAsync(cancellationToken);
        var second = await session.CloseAutomationAsync(cancellationToken);
        var isViJsonKnown = IsKnown(await CurrentSessionAsync(viJson, cancellationToken));
        var isAutomationKnown = IsKnown(await client.CallAsync(HttpMethod.Get, "/api/session", automation, cancellationToken));
        return ProofFinding.Of(
            first.IsSuccess && second.IsSuccess && !isViJsonKnown && !isAutomationKnown,
            $"Logout answers {first.Describe()}, DELETE /api/session {second.Describe()}; "
            + (isViJsonKnown || isAutomationKnown ? "a session is still known afterwards." : "neither session is known afterwards."));
    }

    private async Task<ProofFinding> AskNullFormAsync(CancellationToken cancellationToken)
    {
        var current = await CurrentSessionAsync(null, cancellationToken);
        var parent = await client.CallAsync(HttpMethod.Get, facts.Of("rootFolder", "parent"), session.ViJson, cancellationToken);
        return ProofFinding.Of(
            current.IsNull && (parent.IsNull || !parent.IsSuccess),
            $"currentSession without a session: {Words(current)}; parent of the root folder: {Words(parent)}.");
    }

    private async Task<ProofFinding> AskBodyAsync(CancellationToken cancellationToken)
    {
        var path = VCenterFacts.PathOf(facts.Release, $"{VCenterFacts.ServiceInstance}/CurrentTime");
        var without = await client.CallAsync(HttpMethod.Post, path, session.ViJson, cancellationToken);
        var with = await client.ProbeAsync(HttpMethod.Post, path, session.ViJson, cancellationToken, new JsonObject());
        return ProofFinding.Of(without.IsSuccess, $"CurrentTime without a body: {without.Describe()}; with an empty object: {with.Describe()}.");
    }

    private Task<RawAnswer> CurrentSessionAsync(string? token, CancellationToken cancellationToken) =>
        client.CallAsync(HttpMethod.Get, facts.Of("sessionManager", "currentSession"), token, cancellationToken);

    private static bool IsKnown(RawAnswer answer) => answer.IsSuccess && !answer.IsNull;

    private static string Words(RawAnswer answer) => answer.IsNull ? $"null ({answer.NullForm})" : answer.Describe();
}
