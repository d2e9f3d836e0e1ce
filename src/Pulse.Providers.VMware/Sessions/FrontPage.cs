using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>
/// Identifies a system that is not a vCenter by its public front page: the other ports of an appliance serve web interfaces.
/// </summary>
internal static class FrontPage
{
    private static readonly string[] OfAppliance = ["vCenter", "vSphere", "Appliance Management"];

    /// <summary>Requests the front page. Sends no credentials.</summary>
    /// <returns>Null if there is no page.</returns>
    public static async Task<PlatformFailureException?> IdentifyAsync(VCenterHttp http, ConnectionTarget target, CancellationToken cancellationToken)
    {
        try
        {
            await http.SendAsync(new VCenterRequest("front_page", HttpMethod.Get, "/"), cancellationToken);
        }
        catch (WebPageException page)
        {
            return Identify(target, page);
        }
        catch (PlatformFailureException)
        {
            // Any other answer adds nothing to the earlier one.
        }

        return null;
    }

    /// <summary>The failure that names the system of this page.</summary>
    public static PlatformFailureException Identify(ConnectionTarget target, WebPageException page) => page.Title switch
    {
        { } title when title.Contains("ESX", StringComparison.Ordinal) => new(FailureCategory.WrongSystem)
        {
            Sentence = $"{target.Endpoint} answers with the web interface of an ESXi host ('{title}').",
            Remedy = "Enter the host and port of the vCenter that manages it.",
        },
        { } title when OfAppliance.Any(words => title.Contains(words, StringComparison.OrdinalIgnoreCase)) => new(FailureCategory.WrongSystem)
        {
            Sentence = $"{target.Endpoint} answers with a web interface of a vCenter appliance ('{title}'), not with the API of vCenter.",
            Remedy = "Enter port 443: vCenter serves its API there, whatever other ports the appliance has.",
        },
        _ => new(FailureCategory.WrongSystem) { Sentence = page.Sentence, Remedy = page.Remedy },
    };
}
