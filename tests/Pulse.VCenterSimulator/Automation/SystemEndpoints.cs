using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The data of the server about itself.</summary>
internal sealed class SystemEndpoints(VCenterState vcenter)
{
    private const int MaximumReleases = 128;
    private const int MaximumReleaseLength = 64;

    /// <summary>Returns the first release of the client's list that the server knows. No session is needed (facts.md#1.20).</summary>
    public async Task HelloAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        if (!body.RootElement.TryGetProperty("api_releases", out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            throw AutomationError.InvalidArgument("api_releases is missing.").Exception();
        }

        var releases = list.EnumerateArray().Select(release => release.GetString() ?? "").ToArray();
        if (releases.Length is 0 or > MaximumReleases || Array.Exists(releases, release => release.Length > MaximumReleaseLength))
        {
            throw AutomationError.InvalidArgument("api_releases holds too few, too many or too long entries.").Exception();
        }

        var chosen = releases.FirstOrDefault(vcenter.Profile.Releases.Contains) ?? "";
        await Answer.JsonAsync(vcenter, http, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("api_release", chosen);
            writer.WriteEndObject();
        });
    }

    public Task VersionAsync(HttpContext http)
    {
        AutomationApi.SessionOf(vcenter, http);
        if (!vcenter.Faults.ApplianceVersionAllowed && vcenter.Inventory.Role.Id != SimulatedRole.Administrator.Id)
        {
            // facts.md#5.1: this is membership of an SSO group, not a role of vCenter.
            throw AutomationError.Unauthorized.Exception();
        }

        return Answer.JsonAsync(vcenter, http, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("build", vcenter.Profile.Build);
            writer.WriteString("install_time", "2024-01-01T00:00:00.000Z");
            writer.WriteString("product", "VMware vCenter Server");
            writer.WriteString("releasedate", "June 25, 2024");
            writer.WriteString("summary", "simulated");
            writer.WriteString("type", "vCenter Server with an embedded Platform Services Controller");
            writer.WriteString("version", $"{vcenter.Profile.ProductVersion}.00000");
            writer.WriteEndObject();
        });
    }
}
