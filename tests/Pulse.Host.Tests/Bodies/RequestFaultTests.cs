using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.Host.Tests.Bodies;

public sealed class RequestFaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unreadable_parameter_is_no_error_of_Pulse_even_if_the_framework_may_throw_as_in_development(bool mayThrow)
    {
        await using var host = PulseHost.Start(services => services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = mayThrow));
        using var client = host.CreateClient();

        using var response = await client.PostAsync(new Uri("api/vmware/connections/test?redact=perhaps", UriKind.Relative), null);

        ((int)response.StatusCode).Should().Be(400);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"parameter_unreadable\"").And.NotContain("perhaps");
        host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
