using System.Net.Http.Headers;
using System.Text;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The Automation API of a vCenter (<c>/api</c>), as far as Pulse uses it.</summary>
internal sealed class AutomationApi(VCenterHttp http)
{
    public async Task<string> CreateSessionAsync(string userName, Secret password, CancellationToken cancellationToken)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password.Reveal()}"));
        var request = new VCenterRequest("session_create", HttpMethod.Post, "/api/session")
        {
            Authorization = new AuthenticationHeaderValue("Basic", credentials),
            IsLogin = true,
        };
        var token = (await http.SendAsync(request, VCenterJson.Default.SessionToken, cancellationToken))?.Value;
        return VCenterRequest.IsSessionId(token) ? token! : throw new PlatformFailureException(FailureCategory.Protocol, "session without a token");
    }

    public Task DeleteSessionAsync(string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(new VCenterRequest("session_delete", HttpMethod.Delete, "/api/session") { SessionId = sessionId }, cancellationToken);

    public Task<ApplianceVersion?> ApplianceVersionAsync(string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Get("appliance_version", "/api/appliance/system/version", sessionId), VCenterJson.Default.ApplianceVersion, cancellationToken);

    /// <summary>Lists the objects of a kind, which proves that the family answers.</summary>
    public Task ListAsync(string kind, string sessionId, CancellationToken cancellationToken) =>
        http.SendAsync(Get($"list_{kind}", $"/api/vcenter/{kind}", sessionId), VCenterJson.Default.ListedObjectArray, cancellationToken);

    private static VCenterRequest Get(string operation, string path, string sessionId) =>
        new(operation, HttpMethod.Get, path) { SessionId = sessionId, Repeatable = true };
}
