using System.Net;
using System.Text;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class BodyTests
{
    [Theory]
    [InlineData("{ \"userName\": \"admin\", \"pasword\": \"x\" }", "At $.pasword")]
    [InlineData("{ \"userName\": \"admin\",\n  \"password\": 12 }", "At $.password, line 2, byte ")]
    [InlineData("{ \"userName\": ", "line 1")]
    [InlineData("", "At $, line 1, byte 1")]
    public async Task What_is_not_the_JSON_expected_is_refused_with_its_position(string body, string position)
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await PostAsync(host, body);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "body_unreadable");
        answer.Text("detail").Should().Contain(position).And.NotContain("Pulse.").And.NotContain("System.").And.NotContain("'");
    }

    [Fact]
    public async Task Null_is_no_body()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        (await PostAsync(host, "null")).ShouldBeProblem(HttpStatusCode.BadRequest, "body_unreadable");
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        (await PostAsync(host, "userName=admin&password=x", "application/x-www-form-urlencoded")).Status
            .Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await host.Browser().PostAsync("/api/access/sign-in"))
            .ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task A_body_over_32_KiB_is_refused()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await PostAsync(host, $"{{ \"password\": \"{new string('x', 32 * 1024)}\" }}");

        answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    private static Task<Answer> PostAsync(AccessHost host, string body, string type = "application/json") =>
        host.Browser().SendAsync(HttpMethod.Post, "/api/access/sign-in", new StringContent(body, Encoding.UTF8, type));
}
