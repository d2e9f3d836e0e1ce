using System.Net;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>A vCenter that Pulse can read, with the data that needs no login: the API release and the managers.</summary>
internal sealed record VCenterSystem(string ApiRelease, ServiceContent Content)
{
    private const string VirtualCenter = "VirtualCenter";
    private const string ConnectManagingVCenter = "Connect the vCenter that manages it.";

    /// <summary>Identifies the system, and chooses the API release. Sends no credentials.</summary>
    /// <exception cref="PlatformFailureException">The system is not a vCenter, or Pulse cannot read it.</exception>
    public static async Task<VCenterSystem> DiscoverAsync(VCenterHttp http, ConnectionTarget target, CancellationToken cancellationToken)
    {
        var releases = await ReadReleasesAsync(http, target, cancellationToken)
            ?? throw NotVCenter($"The system at {target.Endpoint} is not a vCenter: it publishes no vSphere API versions.");
        var release = releases.NewestCommon ?? throw Unsupported(target, releases);
        var content = await ReadContentAsync(http, release, target, cancellationToken)
            ?? throw WithoutViJson(target);
        return content.About.ApiType == VirtualCenter
            ? new(release, content)
            : throw NotVCenter($"{target.Endpoint} is an ESXi host ({content.About.FullName ?? content.About.Name}). {ConnectManagingVCenter}");
    }

    private static async Task<ApiReleases?> ReadReleasesAsync(VCenterHttp http, ConnectionTarget target, CancellationToken cancellationToken)
    {
        var request = new VCenterRequest("api_versions", HttpMethod.Get, "/sdk/vimServiceVersions.xml") { Repeatable = true };
        try
        {
            return await http.SendAsync(
                request,
                (_, body, token) => ApiReleases.ReadAsync(body, token),
                cancellationToken);
        }
        catch (VCenterFailureException failure) when (IsNotServed(failure))
        {
            throw await FrontPage.IdentifyAsync(http, target, cancellationToken)
                ?? NotVCenter($"The system at {target.Endpoint} is not a vCenter: it publishes no vSphere API versions.", failure.Detail);
        }
        catch (WebPageException page)
        {
            throw FrontPage.Identify(target, page);
        }
    }

    private static async Task<ServiceContent?> ReadContentAsync(
        VCenterHttp http, string release, ConnectionTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await new ViJsonApi(http, release).ServiceContentAsync(cancellationToken);
        }
        catch (VCenterFailureException failure) when (IsNotServed(failure) || failure is { Error: null, Status: HttpStatusCode.InternalServerError })
        {
            throw WithoutViJson(target, failure.Detail);
        }
        catch (PlatformFailureException failure) when (failure is { Category: FailureCategory.Protocol, Detail: null } and not VCenterFailureException)
        {
            throw WithoutViJson(target);
        }
    }

    // A vCenter serves both documents without credentials.
    private static bool IsNotServed(VCenterFailureException failure) =>
        failure.Error is null && (int)failure.Status is >= 300 and < 500 && failure.Category is FailureCategory.Protocol or FailureCategory.PermissionDenied
        || failure is { Error: null, Status: HttpStatusCode.Unauthorized };

    private static PlatformFailureException NotVCenter(string sentence, string? detail = null) =>
        new(FailureCategory.WrongSystem, detail) { Sentence = sentence, Remedy = "Enter the host and port of a vCenter Server 8.0 Update 1 or newer." };

    // An ESXi host lists its versions like a vCenter, and answers VI JSON with a SOAP fault (facts.md#2.1).
    private static PlatformFailureException WithoutViJson(ConnectionTarget target, string? detail = null) =>
        new(FailureCategory.WrongSystem, detail)
        {
            Sentence = $"{target.Endpoint} speaks the vSphere API, but not its JSON protocol, as an ESXi host does. {ConnectManagingVCenter}",
            Remedy = "Enter the host and port of the vCenter. If this is one, check that its vpxd service runs.",
        };

    private static PlatformFailureException Unsupported(ConnectionTarget target, ApiReleases releases) =>
        new(FailureCategory.UnsupportedVersion, releases.Current)
        {
            Sentence = releases.TooOld
                ? $"{target.Endpoint} speaks vSphere API {releases.Current}; Pulse reads vCenter from 8.0 Update 1 (API {ApiReleases.Floor}) up."
                : $"{target.Endpoint} speaks vSphere API {releases.Current} and no older one that this version of Pulse knows.",
            Remedy = releases.TooOld ? "Upgrade the vCenter to 8.0 Update 1 or newer." : "Upgrade Pulse.",
        };
}
