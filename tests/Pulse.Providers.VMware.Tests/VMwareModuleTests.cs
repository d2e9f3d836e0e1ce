using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Tests;

public sealed class VMwareModuleTests
{
    [Fact]
    public void One_call_registers_the_provider_with_all_it_needs()
    {
        using var services = new ServiceCollection().AddLogging().AddVMware().AddVMware().BuildServiceProvider();

        var platform = services.GetServices<IPlatformProvider>().Should().ContainSingle().Subject.Platform;

        platform.Key.Should().Be("vmware");
        platform.AccountField!.Name.Should().Be("username");
        platform.Fields.Select(field => (field.Name, field.Kind)).Should().Equal(
            ("username", ConnectionFieldKind.Text), ("password", ConnectionFieldKind.Secret));
        platform.Steps.Should().Equal(
            "resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity", "inventory", "privileges");
        platform.OptionalSteps.Should().Equal("datastores", "alarms", "events", "snapshots", "performance");
    }
}
