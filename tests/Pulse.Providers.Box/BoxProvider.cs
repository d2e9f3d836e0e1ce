using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>Provides the storage box to Pulse.</summary>
internal sealed class BoxProvider(EndpointConnector connector, TimeProvider clock) : IPlatformProvider
{
    public PlatformDescriptor Platform => BoxDeclaration.Platform;

    public IPlatformSession CreateSession(ConnectionTarget target) => new BoxSession(target, connector, clock);
}
