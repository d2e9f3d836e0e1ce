using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The VI JSON protocol of a vCenter (<c>/sdk/vim25/{release}</c>): the requests for identifying it and logging in.</summary>
internal sealed class ViJsonApi(VCenterHttp http, string release)
{
    /// <summary>The only object with a fixed id. It leads to all other objects.</summary>
    public static readonly ManagedObjectReference ServiceInstance = new("ServiceInstance", "ServiceInstance");

    public VCenterHttp Http => http;

    public Task<ServiceContent?> ServiceContentAsync(CancellationToken cancellationToken) =>
        http.SendAsync(Property("ServiceInstance.content", ServiceInstance, null), VCenterJson.Default.ServiceContent, cancellationToken);

    /// <summary>The login of a session; null if the vCenter does not know the token.</summary>
    public Task<UserSession?> CurrentSessionAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Property("SessionManager.currentSession", sessionManager, sessionId), VCenterJson.Default.UserSession, cancellationToken);

    /// <returns>The token, which is in a header; the body has only the key of the session.</returns>
    public Task<string> LoginAsync(ManagedObjectReference sessionManager, VCenterAccount account, CancellationToken cancellationToken)
    {
        var request = Method("SessionManager.Login", sessionManager, null) with { IsLogin = true };
        return http.SendAsync(
            request.WithBody(new LoginParameters(account.UserName, account.Password.Reveal()), VCenterJson.Default.LoginParameters),
            (response, _, _) => response.Headers.TryGetValues(VCenterRequest.SessionIdHeader, out var values)
                && values.First() is var token && VCenterRequest.IsSessionId(token)
                ? Task.FromResult(token)
                : throw new PlatformFailureException(FailureCategory.Protocol, $"Login without the header {VCenterRequest.SessionIdHeader}"),
            cancellationToken);
    }

    public Task LogoutAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Method("SessionManager.Logout", sessionManager, sessionId), cancellationToken);

    /// <param name="operation">Type and member, for metrics: never the type name that the server gives.</param>
    /// <param name="target">The object.</param>
    /// <param name="sessionId">The token; null for a request that needs no login.</param>
    public VCenterRequest Property(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Get, PathOf(operation, target)) { SessionId = sessionId, Repeatable = true };

    /// <param name="operation">Type and member, for metrics: never the type name that the server gives.</param>
    /// <param name="target">The object.</param>
    /// <param name="sessionId">The token; null for a login.</param>
    public VCenterRequest Method(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Post, PathOf(operation, target)) { SessionId = sessionId };

    // The ids of views and filters have brackets (facts.md#3.1).
    private string PathOf(string operation, ManagedObjectReference target) =>
        $"/sdk/vim25/{release}/{Segment(target.Type)}/{Segment(target.Value)}/{operation[(operation.IndexOf('.') + 1)..]}";

    // The server chooses the id; the id must not lead to another path.
    private static string Segment(string text) => text is "" or "." or ".." || text.Length > SystemText.LongestId
        ? throw new PlatformFailureException(FailureCategory.Protocol, "an id that cannot be one")
        : Uri.EscapeDataString(text);
}
