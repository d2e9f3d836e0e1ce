using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.Box;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>
/// The declared storage box, with boxes that are only objects: no shared code knows the platform, so its tests
/// prove that a provider needs only its declaration. It also allows connections without HTTPS, and takes fewer steps.
/// </summary>
internal sealed class FakeBoxProvider(Boxes boxes) : IPlatformProvider
{
    public PlatformDescriptor Platform { get; } = BoxDeclaration.Platform with
    {
        Transport = new(8443, PlainPort: 8080),
        Steps = [new("connect", "Find the box"), new(BoxDeclaration.Login, "Open the box") { SendsCredential = true }, new(BoxDeclaration.Count, "Count the shelves")],
        IdentityStep = null,
    };

    public IPlatformSession CreateSession(ConnectionTarget target)
    {
        var box = boxes.At(target.Host);
        box.BeforeSession();
        return new FakeBoxSession(box, target);
    }
}
