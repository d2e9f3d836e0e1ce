using System.Net.Http.Headers;
using System.Text;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Proving;

/// <summary>One connection of a proof and the two sessions that it opens, one through each API family.</summary>
internal sealed class ProofSession(VCenterFacts facts, ProofClient client, ConnectionTarget target, Attempt attempt)
{
    private static readonly TimeSpan LogoutLimit = TimeSpan.FromSeconds(5);

    /// <summary>The token of the Automation API; null before the login and after the log-out.</summary>
    public string? Automation { get; private set; }

    /// <summary>The token of VI JSON.</summary>
    public string? ViJson { get; private set; }

    public async Task OpenAutomationAsync(CancellationToken cancellationToken)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account.UserName}:{Account.Password.Reveal()}"));
        var request = new VCenterRequest("proof", HttpMethod.Post, "/api/session") { Authorization = new AuthenticationHeaderValue("Basic", credentials) };
        Automation = await LogInAsync(request, answer => answer.Json is { ValueKind: System.Text.Json.JsonValueKind.String } token ? token.GetString() : null, cancellationToken);
    }

    public async Task OpenViJsonAsync(CancellationToken cancellationToken)
    {
        var request = new VCenterRequest("proof", HttpMethod.Post, facts.Of("sessionManager", "Login"))
            .WithBody(new LoginParameters(Account.UserName, Account.Password.Reveal()), VCenterJson.Default.LoginParameters);
        ViJson = await LogInAsync(request, answer => answer.Header(VCenterRequest.SessionIdHeader), cancellationToken);
    }

    public async Task<RawAnswer> CloseAutomationAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(HttpMethod.Delete, "/api/session", Automation, cancellationToken);
        Automation = answer.IsSuccess ? null : Automation;
        return answer;
    }

    public async Task<RawAnswer> CloseViJsonAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(HttpMethod.Post, facts.Of("sessionManager", "Logout"), ViJson, cancellationToken);
        ViJson = answer.IsSuccess ? null : ViJson;
        return answer;
    }

    /// <summary>Ends the sessions that are still open, also if the proof was interrupted. Never throws.</summary>
    public async Task CloseAsync(TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(LogoutLimit, clock);
        try
        {
            await (ViJson is null ? Task.CompletedTask : CloseViJsonAsync(limit.Token));
            await (Automation is null ? Task.CompletedTask : CloseAutomationAsync(limit.Token));
        }
        catch (Exception error) when (error is PlatformFailureException or OperationCanceledException)
        {
            // A row at the end of the proof asks whether a session was left open.
        }
    }

    private VCenterAccount Account => VCenterAccount.Of(target);

    // Through the gate of all logins: a refused password is not sent again.
    private Task<string> LogInAsync(VCenterRequest request, Func<RawAnswer, string?> token, CancellationToken cancellationToken) => attempt.LoginAsync(
        async () =>
        {
            var answer = await client.LogInAsync(request, cancellationToken);
            return answer.IsSuccess
                ? token(answer) is { Length: > 0 } given ? given : throw new PlatformFailureException(FailureCategory.Protocol, "a login without a token")
                : throw VCenterFailures.From(
                    request with { IsLogin = true }, target, (System.Net.HttpStatusCode)answer.Status, ErrorBody.Parse(answer.Body), retryAfter: null);
        },
        cancellationToken);
}
