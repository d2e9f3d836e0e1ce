using System.Text.Json.Serialization.Metadata;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The VI JSON protocol of a vCenter in one session.</summary>
internal sealed class ViJsonSession(ViJsonApi api, string sessionId)
{
    public VCenterHttp Http => api.Http;

    /// <inheritdoc cref="ViJsonApi.Property"/>
    public VCenterRequest Property(string operation, ManagedObjectReference target) => api.Property(operation, target, sessionId);

    /// <inheritdoc cref="ViJsonApi.Method"/>
    public VCenterRequest Method(string operation, ManagedObjectReference target) => api.Method(operation, target, sessionId);

    /// <summary>The login of the session; null if the vCenter does not know the session any more.</summary>
    public Task<UserSession?> CurrentSessionAsync(ManagedObjectReference sessionManager, CancellationToken cancellationToken) =>
        api.CurrentSessionAsync(sessionManager, sessionId, cancellationToken);

    /// <summary>Reads a property.</summary>
    /// <returns>Null if it is unset.</returns>
    public Task<T?> ReadAsync<T>(string operation, ManagedObjectReference target, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Http.SendAsync(Property(operation, target), type, cancellationToken);

    /// <summary>Calls a method that changes nothing, so that it may be repeated. A method without parameters has no body (facts.md#2.24).</summary>
    public Task<T?> QueryAsync<T>(VCenterRequest method, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Http.SendAsync(method with { Repeatable = true }, type, cancellationToken);
}
