using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The VI JSON protocol of a vCenter (<c>/sdk/vim25/{release}</c>), as far as Pulse uses it to find its way and to log in.</summary>
internal sealed class ViJsonApi(VCenterHttp http, string release)
{
    /// <summary>The one object whose id is fixed: everything else is found from it.</summary>
    public static readonly ManagedObjectReference ServiceInstance = new("ServiceInstance", "ServiceInstance");

    public VCenterHttp Http => http;

    public Task<ServiceContent?> ServiceContentAsync(CancellationToken cancellationToken) =>
        http.SendAsync(Property("ServiceInstance.content", ServiceInstance, null), VCenterJson.Default.ServiceContent, cancellationToken);

    /// <summary>The login of a session; null when the vCenter does not know the token.</summary>
    public Task<UserSession?> CurrentSessionAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Property("SessionManager.currentSession", sessionManager, sessionId), VCenterJson.Default.UserSession, cancellationToken);

    /// <returns>The token, which comes in a header; the body has the key of the session only.</returns>
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

    /// <param name="operation">Type and member, as measured: never what the server calls the type.</param>
    /// <param name="target">The object.</param>
    /// <param name="sessionId">The token; null for what needs no login.</param>
    public VCenterRequest Property(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Get, PathOf(operation, target)) { SessionId = sessionId, Repeatable = true };

    /// <param name="operation">Type and member, as measured: never what the server calls the type.</param>
    /// <param name="target">The object.</param>
    /// <param name="sessionId">The token; null for a login.</param>
    public VCenterRequest Method(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Post, PathOf(operation, target)) { SessionId = sessionId };

    // The ids of views and filters have brackets (facts.md#3.1).
    private string PathOf(string operation, ManagedObjectReference target) =>
        $"/sdk/vim25/{release}/{Segment(target.Type)}/{Segment(target.Value)}/{operation[(operation.IndexOf('.') + 1)..]}";

    // An id comes from the server; it must not lead to another path.
    private static string Segment(string text) => text is "" or "." or ".." || text.Length > SystemText.LongestId
        ? throw new PlatformFailureException(FailureCategory.Protocol, "an id that cannot be one")
        : Uri.EscapeDataString(text);
}
