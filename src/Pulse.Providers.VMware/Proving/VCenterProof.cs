using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Providers.VMware.Proving;

/// <summary>What <c>pulse prove</c> asks a vCenter beyond what it asks every platform.</summary>
internal sealed class VCenterProof(EndpointConnector connector, ILoginGate logins, TimeProvider clock) : IPlatformProof
{
    public string Platform => VCenterProvider.Key;

    public IReadOnlyList<ProofRow> Rows => VCenterRows.All;

    public ISystemProof Begin(ConnectionTarget target) => new VCenterSystemProof(target, connector, logins, clock);
}
