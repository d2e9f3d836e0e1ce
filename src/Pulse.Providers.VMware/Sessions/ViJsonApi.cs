using System.Text.Json.Serialization.Metadata;
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

    /// <summary>The login that a token stands for; null when it stands for none.</summary>
    public Task<UserSession?> CurrentSessionAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Property("SessionManager.currentSession", sessionManager, sessionId), VCenterJson.Default.UserSession, cancellationToken);

    /// <returns>The token, which comes in a header; the body has the key of the session only.</returns>
    public Task<string> LoginAsync(ManagedObjectReference sessionManager, string userName, Secret password, CancellationToken cancellationToken)
    {
        var request = Method("SessionManager.Login", sessionManager, null) with { IsLogin = true };
        return http.SendAsync(
            request.WithBody(new LoginParameters(userName, password.Reveal()), VCenterJson.Default.LoginParameters),
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
    /// <param name="sessionId">The token; null for what everyone may read.</param>
    public VCenterRequest Property(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Get, PathOf(operation, target)) { SessionId = sessionId, Repeatable = true };

    /// <param name="operation">Type and member, as measured: never what the server calls the type.</param>
    /// <param name="target">The object.</param>
    /// <param name="sessionId">The token; null for a login.</param>
    public VCenterRequest Method(string operation, ManagedObjectReference target, string? sessionId) =>
        new(operation, HttpMethod.Post, PathOf(operation, target)) { SessionId = sessionId };

    /// <summary>Reads a property.</summary>
    /// <returns>Null when it is unset.</returns>
    public Task<T?> ReadAsync<T>(
        string operation, ManagedObjectReference target, JsonTypeInfo<T> type, string sessionId, CancellationToken cancellationToken)
        where T : class =>
        http.SendAsync(Property(operation, target, sessionId), type, cancellationToken);

    /// <summary>Calls a method without parameters that changes nothing. Such methods have no body (facts.md#2.24).</summary>
    public Task<T?> QueryAsync<T>(
        string operation, ManagedObjectReference target, JsonTypeInfo<T> type, string sessionId, CancellationToken cancellationToken)
        where T : class =>
        http.SendAsync(Method(operation, target, sessionId) with { Repeatable = true }, type, cancellationToken);

    /// <summary>Calls a method that changes nothing, so that it may be repeated.</summary>
    public Task<TResult?> QueryAsync<TParameters, TResult>(
        string operation,
        ManagedObjectReference target,
        TParameters parameters,
        JsonTypeInfo<TParameters> parametersType,
        JsonTypeInfo<TResult> resultType,
        string sessionId,
        CancellationToken cancellationToken)
        where TResult : class =>
        http.SendAsync(
            (Method(operation, target, sessionId) with { Repeatable = true }).WithBody(parameters, parametersType), resultType, cancellationToken);

    // The ids of views and filters have brackets (facts.md#3.1).
    private string PathOf(string operation, ManagedObjectReference target) =>
        $"/sdk/vim25/{release}/{Segment(target.Type)}/{Segment(target.Value)}/{operation[(operation.IndexOf('.') + 1)..]}";

    // An id comes from the server; it must not lead to another path.
    private static string Segment(string text) => text is "" or "." or ".." || text.Length > SystemText.LongestId
        ? throw new PlatformFailureException(FailureCategory.Protocol, "an id that cannot be one")
        : Uri.EscapeDataString(text);
}
