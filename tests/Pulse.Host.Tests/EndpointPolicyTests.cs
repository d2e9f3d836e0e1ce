using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class EndpointPolicyTests
{
    private static readonly string[] Public = ["/healthz", "/readyz", "/api/access/setup", "/api/access/sign-in", "/assets/{**path}", "/{*path:nonfile}"];

    [Fact]
    public async Task Every_endpoint_names_its_policy_or_is_one_of_the_few_public_ones()
    {
        await using var host = PulseHost.Start();
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Should().HaveCountGreaterThan(15);

        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(PathOf);
        open.Should().BeEquivalentTo(Public);

        var unnamed = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy)))
            .Select(PathOf);
        unnamed.Should().BeEmpty("each endpoint says who may call it with RequireAuthorization(policy)");
    }

    [Theory]
    [InlineData("GET", "api/vmware/connections", "settings:read")]
    [InlineData("POST", "api/vmware/connections", "settings:write")]
    [InlineData("PUT", "api/vmware/connections/{id:guid}", "settings:write")]
    [InlineData("DELETE", "api/vmware/connections/{id:guid}", "settings:write")]
    [InlineData("POST", "api/vmware/connections/test", "settings:write")]
    [InlineData("POST", "api/vmware/connections/{id:guid}/test", "settings:write")]
    public async Task The_six_routes_ask_for_their_scope(string method, string path, string policy)
    {
        await using var host = PulseHost.Start();

        var endpoint = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(candidate =>
            PathOf(candidate).Trim('/') == path && candidate.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method));

        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).Should().Equal(policy);
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/api/vmware/connections")]
    [InlineData("/api/nothing")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/api/access/audit")]
    [InlineData("/api/access/tokens")]
    public async Task Nobody_gets_in_without_credentials(string path)
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateAnonymousClient();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(401);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
