using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class PolicyTests
{
    [Fact]
    public async Task Every_route_names_its_policy_and_only_setup_and_sign_in_are_anonymous()
    {
        await using var host = await AccessHost.StartAsync();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/access", StringComparison.Ordinal))
            .ToList();

        var anonymous = routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).ToList();
        var policies = routes.Except(anonymous).Select(route => route.Metadata.GetMetadata<IAuthorizeData>()?.Policy);

        routes.Should().HaveCount(10);
        anonymous.Select(route => route.RoutePattern.RawText).Should().BeEquivalentTo("/api/access/setup", "/api/access/sign-in");
        policies.Should().NotContainNulls();
    }

    [Theory]
    [InlineData("GET", "/api/access/session")]
    [InlineData("POST", "/api/access/sign-out")]
    [InlineData("POST", "/api/access/sign-out-everywhere")]
    [InlineData("POST", "/api/access/password")]
    [InlineData("GET", "/api/access/tokens")]
    [InlineData("POST", "/api/access/tokens")]
    [InlineData("DELETE", "/api/access/tokens/01988f0e-0000-7000-8000-000000000001")]
    [InlineData("GET", "/api/access/audit")]
    [InlineData("GET", "/api/test/read")]
    [InlineData("POST", "/api/test/write")]
    [InlineData("GET", "/api/test/forgotten")]
    [InlineData("GET", "/api/nowhere")]
    public async Task Without_credentials_nothing_opens(string method, string path)
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        (await host.Browser().SendAsync(new(method), path)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_route_that_forgot_its_policy_is_closed_even_to_the_admin()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync("/api/test/forgotten")).ShouldBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_route_that_asks_for_authorization_without_a_name_is_for_the_admin()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        var script = host.Script(await browser.CreateTokenAsync("script", scopes: "settings:read"));

        (await browser.GetAsync("/api/test/unnamed")).Status.Should().Be(HttpStatusCode.OK);
        (await script.GetAsync("/api/test/unnamed")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_admin_reads_and_writes_settings()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync("/api/test/read")).Status.Should().Be(HttpStatusCode.OK);
        (await browser.PostAsync("/api/test/write")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_for_the_admin_and_a_wrong_method_not_allowed()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync("/api/nowhere")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync("/api/test/write")).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }
}
