using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The questions that need no login.</summary>
internal sealed class AnonymousQuestions(VCenterFacts facts, ProofClient client)
{
    private const string NoRelease = "1.2.3.4";

    // As long as a real token; no session ever had this token.
    private const string NoToken = "00000000000000000000000000000000";

    public async Task AskAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        await sheet.AskAsync(VCenterRows.Hello, AskHelloAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.ShortRelease, token => AskReleaseAsync(string.Join('.', facts.Release.Split('.').Take(3)), token), cancellationToken);
        await sheet.AskAsync(VCenterRows.UnknownRelease, token => AskReleaseAsync(NoRelease, token), cancellationToken);
        await sheet.AskAsync(VCenterRows.AuthForms, AskAuthFormsAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.BadToken, AskBadTokenAsync, cancellationToken);
    }

    private async Task<ProofFinding> AskHelloAsync(CancellationToken cancellationToken)
    {
        var answer = await client.ProbeAsync(
            HttpMethod.Post,
            "/api/vcenter/system?action=hello",
            token: null,
            cancellationToken,
            new JsonObject { ["api_releases"] = new JsonArray(facts.Release) });
        var release = VCenterFacts.TextOf(answer.Json, "api_release");
        return ProofFinding.Pass(release.Length > 0 ? $"{answer.Describe()}, release {release}." : $"{answer.Describe()}.");
    }

    private async Task<ProofFinding> AskReleaseAsync(string release, CancellationToken cancellationToken)
    {
        var answer = await client.ProbeAsync(
            HttpMethod.Get, VCenterFacts.PathOf(release, $"{VCenterFacts.ServiceInstance}/content"), token: null, cancellationToken);
        return ProofFinding.Pass($"{release} answers {answer.Describe()}.");
    }

    /// <summary>Pulse logs in by user name and password: Basic at the Automation API, SessionManager.Login at VI JSON.</summary>
    private async Task<ProofFinding> AskAuthFormsAsync(CancellationToken cancellationToken)
    {
        var read = await client.ProbeAsync(HttpMethod.Get, "/api/session", token: null, cancellationToken);
        var create = await client.ProbeAsync(HttpMethod.Post, "/api/session", token: null, cancellationToken);
        return ProofFinding.Of(
            read.Status == 401 && create.Status == 401,
            $"GET /api/session: {read.Describe()}, {ChallengeOf(read)}. POST: {create.Describe()}, {ChallengeOf(create)}.");
    }

    private async Task<ProofFinding> AskBadTokenAsync(CancellationToken cancellationToken)
    {
        var automation = await client.ProbeAsync(HttpMethod.Get, "/api/session", NoToken, cancellationToken);
        var current = await client.ProbeAsync(HttpMethod.Get, facts.Of("sessionManager", "currentSession"), NoToken, cancellationToken);
        var name = await client.ProbeAsync(HttpMethod.Get, facts.Of("rootFolder", "name"), NoToken, cancellationToken);
        return ProofFinding.Of(
            !automation.IsSuccess && (!current.IsSuccess || current.IsNull) && (!name.IsSuccess || name.IsNull),
            $"Automation API: {automation.Describe()}. currentSession: {(current.IsNull ? $"null, as {current.NullForm}" : current.Describe())}. "
            + $"A property: {(name.IsNull ? $"null, as {name.NullForm}" : name.Describe())}.");
    }

    // Only the names of the schemes: a challenge also has a realm, which may be a host.
    private static string ChallengeOf(RawAnswer answer)
    {
        var body = VCenterFacts.TextOf(answer.Json, "challenge");
        return $"WWW-Authenticate {SchemesOf(answer.Header("WWW-Authenticate"))}, challenge {SchemesOf(body)}";
    }

    private static string SchemesOf(string? challenge)
    {
        string[] known = ["Basic", "Bearer", "Negotiate", "SIGN", "Digest"];
        var found = known.Where(scheme => challenge?.Contains(scheme, StringComparison.OrdinalIgnoreCase) == true).ToList();
        return string.IsNullOrEmpty(challenge) ? "missing" : found.Count > 0 ? string.Join(" and ", found) : "of another scheme";
    }
}
