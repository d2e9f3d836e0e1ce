using System.Text.Json.Serialization.Metadata;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The VI JSON protocol of a vCenter (<c>/sdk/vim25/{release}</c>), as far as Pulse uses it.</summary>
internal sealed class ViJsonApi(VCenterHttp http, string release)
{
    /// <summary>The one object whose id is fixed: everything else is found from it.</summary>
    public static readonly ManagedObjectReference ServiceInstance = new("ServiceInstance", "ServiceInstance");

    public Task<ServiceContent?> ServiceContentAsync(CancellationToken cancellationToken) =>
        http.SendAsync(Property(ServiceInstance, "content", null), VCenterJson.Default.ServiceContent, cancellationToken);

    /// <summary>The login that a token stands for; null when it stands for none.</summary>
    public Task<UserSession?> CurrentSessionAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Property(sessionManager, "currentSession", sessionId), VCenterJson.Default.UserSession, cancellationToken);

    /// <returns>The token, which comes in a header; the body has the key of the session only.</returns>
    public Task<string> LoginAsync(ManagedObjectReference sessionManager, string userName, Secret password, CancellationToken cancellationToken)
    {
        var request = Method(sessionManager, "Login", null) with { IsLogin = true };
        return http.SendAsync(
            request.WithBody(new LoginParameters(userName, password.Reveal()), VCenterJson.Default.LoginParameters),
            (response, _) => response.Headers.TryGetValues(VCenterRequest.SessionIdHeader, out var values)
                ? Task.FromResult(values.First())
                : throw new PlatformFailureException(FailureCategory.Protocol, $"Login without the header {VCenterRequest.SessionIdHeader}"),
            cancellationToken);
    }

    public Task LogoutAsync(ManagedObjectReference sessionManager, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Method(sessionManager, "Logout", sessionId), cancellationToken);

    public async Task<ManagedObjectReference> CreateContainerViewAsync(
        ManagedObjectReference viewManager, CreateContainerViewParameters parameters, string sessionId, CancellationToken cancellationToken) =>
        await http.SendAsync(
            Method(viewManager, "CreateContainerView", sessionId).WithBody(parameters, VCenterJson.Default.CreateContainerViewParameters),
            VCenterJson.Default.ManagedObjectReference,
            cancellationToken)
        ?? throw new PlatformFailureException(FailureCategory.Protocol, "CreateContainerView without a view");

    public Task DestroyViewAsync(ManagedObjectReference view, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Method(view, "DestroyView", sessionId), cancellationToken);

    /// <returns>Null when nothing matches.</returns>
    public Task<RetrieveResult?> RetrievePropertiesExAsync(
        ManagedObjectReference propertyCollector, RetrievePropertiesExParameters parameters, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(
            (Method(propertyCollector, "RetrievePropertiesEx", sessionId) with { Repeatable = true })
                .WithBody(parameters, VCenterJson.Default.RetrievePropertiesExParameters),
            VCenterJson.Default.RetrieveResult,
            cancellationToken);

    /// <summary>Reads the next page. Never repeated: a token works once (facts 3).</summary>
    public Task<RetrieveResult?> ContinueRetrievePropertiesExAsync(
        ManagedObjectReference propertyCollector, string token, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(
            Method(propertyCollector, "ContinueRetrievePropertiesEx", sessionId)
                .WithBody(new ContinueRetrievePropertiesExParameters(token), VCenterJson.Default.ContinueRetrievePropertiesExParameters),
            VCenterJson.Default.RetrieveResult,
            cancellationToken);

    /// <summary>Reads a property.</summary>
    /// <returns>Null when it is unset.</returns>
    public Task<T?> ReadAsync<T>(
        ManagedObjectReference target, string property, JsonTypeInfo<T> type, string sessionId, CancellationToken cancellationToken)
        where T : class =>
        http.SendAsync(Property(target, property, sessionId), type, cancellationToken);

    /// <summary>Calls a method that changes nothing, so that it may be repeated.</summary>
    public Task<TResult?> QueryAsync<TParameters, TResult>(
        ManagedObjectReference target,
        string method,
        TParameters parameters,
        JsonTypeInfo<TParameters> parametersType,
        JsonTypeInfo<TResult> resultType,
        string sessionId,
        CancellationToken cancellationToken)
        where TResult : class =>
        http.SendAsync(
            (Method(target, method, sessionId) with { Repeatable = true }).WithBody(parameters, parametersType), resultType, cancellationToken);

    private VCenterRequest Property(ManagedObjectReference target, string name, string? sessionId) =>
        new($"{target.Type}.{name}", HttpMethod.Get, PathOf(target, name)) { SessionId = sessionId, Repeatable = true };

    private VCenterRequest Method(ManagedObjectReference target, string name, string? sessionId) =>
        new($"{target.Type}.{name}", HttpMethod.Post, PathOf(target, name)) { SessionId = sessionId };

    // The ids of views and filters have brackets (facts 3).
    private string PathOf(ManagedObjectReference target, string member) =>
        $"/sdk/vim25/{release}/{Uri.EscapeDataString(target.Type)}/{Uri.EscapeDataString(target.Value)}/{member}";
}
