using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>
/// Names by the page that it shows to everybody what is not a vCenter: the other ports of an appliance serve web interfaces.
/// </summary>
internal static class FrontPage
{
    private static readonly string[] OfAppliance = ["vCenter", "vSphere", "Appliance Management"];

    /// <summary>Asks for the front page. Sends no credentials.</summary>
    /// <returns>Null when there is no page.</returns>
    public static async Task<PlatformFailureException?> NameAsync(VCenterHttp http, ConnectionTarget target, CancellationToken cancellationToken)
    {
        try
        {
            await http.SendAsync(new VCenterRequest("front_page", HttpMethod.Get, "/"), cancellationToken);
        }
        catch (WebPageException page)
        {
            return Name(target, page);
        }
        catch (PlatformFailureException)
        {
            // Whatever else it answers says no more than the answer before.
        }

        return null;
    }

    /// <summary>What shows this page.</summary>
    public static PlatformFailureException Name(ConnectionTarget target, WebPageException page) => page.Title switch
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
