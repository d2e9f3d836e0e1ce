using System.Net;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class HeaderTests
{
    private const string Strict = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'";

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/access/session", HttpStatusCode.Unauthorized)]
    [InlineData("/api/test/fails", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_protects_the_browser_errors_too(string path, HttpStatusCode status)
    {
        await using var host = await AccessHost.StartAsync();

        var answer = await host.Browser().GetAsync(path);

        answer.Status.Should().Be(status);
        answer.Header("Content-Security-Policy").Should().Be(Strict);
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("Referrer-Policy").Should().Be("no-referrer");
        answer.Header("Cross-Origin-Opener-Policy").Should().Be("same-origin");
    }

    [Fact]
    public async Task Answers_of_the_API_are_not_kept_and_files_may_be()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync("/api/access/session")).Header("Cache-Control").Should().Be("no-store");
        (await browser.GetAsync("/api/test/fails")).Header("Cache-Control").Should().Be("no-store");
        (await browser.GetAsync("/")).Header("Cache-Control").Should().BeNull();
    }

    [Fact]
    public async Task The_session_answer_still_cannot_be_framed()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();

        (await browser.GetAsync("/api/access/session")).Header("X-Frame-Options").Should().Be("DENY");
    }

    [Fact]
    public async Task Swagger_UI_may_run_its_inline_scripts_and_nothing_else_may()
    {
        await using var host = await AccessHost.StartAsync();

        var policy = (await host.Browser().GetAsync("/swagger/index.html")).Header("Content-Security-Policy");

        policy.Should().StartWith(Strict).And.Contain("script-src 'self' 'unsafe-inline'").And.Contain("style-src 'self' 'unsafe-inline'");
        (await host.Browser().GetAsync("/swaggerish")).Header("Content-Security-Policy").Should().Be(Strict);
    }
}
