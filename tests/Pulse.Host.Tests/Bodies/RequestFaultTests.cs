using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.Host.Tests.Bodies;

public sealed class RequestFaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_framework_refuses_by_an_exception_as_it_does_in_development_is_no_error_of_Pulse(bool byException)
    {
        await using var host = PulseHost.Start(services => services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = byException));
        using var client = host.CreateClient();

        using var response = await client.PostAsync(new Uri("api/vmware/connections/test?redact=perhaps", UriKind.Relative), null);

        ((int)response.StatusCode).Should().Be(400);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"bad_request\"").And.NotContain("perhaps");
        host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
