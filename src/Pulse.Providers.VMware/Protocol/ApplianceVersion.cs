namespace Pulse.Providers.VMware.Protocol;

/// <summary>What <c>GET /api/appliance/system/version</c> answers, as far as it is used.</summary>
internal sealed record ApplianceVersion
{
    public string? Version { get; init; }
}
