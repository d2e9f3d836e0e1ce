using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;
using Pulse.Providers.VMware.Proving;

namespace Pulse.Providers.VMware;

/// <summary>The questions that <c>Pulse.Host prove</c> asks a vCenter in addition to those for every platform.</summary>
internal sealed class VCenterProof(EndpointConnector connector, ILoginGate logins, TimeProvider clock) : IPlatformProof
{
    public string Platform => VCenterDeclaration.Key;

    public IReadOnlyList<ProofRow> Rows => VCenterRows.All;

    public ISystemProof Begin(ConnectionTarget target) => new VCenterSystemProof(target, connector, logins, clock);
}
