using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Http;
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
        unnamed.Should().BeEmpty("each endpoint says who may call it with RequirePolicy");
    }

    [Fact]
    public async Task Every_endpoint_with_a_policy_declares_what_a_caller_without_it_gets()
    {
        await using var host = PulseHost.Start();
        var closed = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null)
            .ToList();
        closed.Should().HaveCountGreaterThan(13);

        var silent = closed.Where(endpoint => ProblemAnswers.Of(endpoint.Metadata) is var answers
            && !(answers[401].Contains(ProblemCode.Unauthenticated) && answers[403].Contains(ProblemCode.Forbidden)));
        silent.Select(PathOf).Should().BeEmpty("each endpoint names its policy with RequirePolicy");
    }

    [Theory]
    [InlineData("GET", "api/vmware/connections", "settings:read")]
    [InlineData("POST", "api/vmware/connections", "settings:write")]
    [InlineData("PUT", "api/vmware/connections/{id:guid}", "settings:write")]
    [InlineData("DELETE", "api/vmware/connections/{id:guid}", "settings:write")]
    [InlineData("POST", "api/vmware/connections/test", "settings:write")]
    [InlineData("POST", "api/vmware/connections/{id:guid}/test", "settings:write")]
    [InlineData("GET", "api/vmware/proof", "settings:read")]
    public async Task The_routes_of_a_platform_ask_for_their_scope(string method, string path, string policy)
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

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task A_stranger_cannot_tell_the_addresses_of_the_API_from_those_that_do_not_exist(string method)
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateAnonymousClient();
        var known = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(PathOf)
            .Where(path => path.StartsWith("/api", StringComparison.Ordinal) && !Public.Contains(path))
            .Select(path => path.Replace("{id:guid}", "01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55", StringComparison.Ordinal))
            .Distinct().ToList();
        known.Should().HaveCountGreaterThan(8);

        foreach (var path in known.Concat(["/api", "/api/nothing", "/api/access/nothing", "/api/nothing/connections", "/openapi/nothing.json", "/swagger/nothing"]))
        {
            foreach (var content in new StringContent?[] { null, new("{}"), new("{}", Encoding.UTF8, "application/json") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
                using var response = await client.SendAsync(request);

                ((int)response.StatusCode).Should().Be(401, $"{method} {path} with {content?.Headers.ContentType} tells a stranger nothing");
            }
        }
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
