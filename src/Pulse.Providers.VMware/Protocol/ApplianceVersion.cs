namespace Pulse.Providers.VMware.Protocol;

/// <summary>The used members of the answer to <c>GET /api/appliance/system/version</c>.</summary>
internal sealed record ApplianceVersion
{
    public string? Version { get; init; }
}
