using System.Net;
using System.Text;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class BodyTests
{
    [Theory]
    [InlineData("{ \"userName\": \"admin\", \"pasword\": \"x\" }", 1, 24)]
    [InlineData("{ \"userName\": \"admin\",\n  \"password\": 12 }", 2, 15)]
    [InlineData("{ \"userName\":\n\n{ \"first\": \"admin\" }, \"password\": \"x\" }", 3, 1)]
    [InlineData("{ \"userName\": \"\\ud800\" }", 1, 15)]
    [InlineData("{ \"password\": \"a\", \"Password\": \"b\" }", 1, 32)]
    public async Task What_is_not_the_object_expected_is_refused_with_its_position_and_not_quoted(string body, int line, int position)
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await PostAsync(host, body);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_json");
        (answer.Body.GetProperty("line").GetInt32(), answer.Body.GetProperty("position").GetInt32()).Should().Be((line, position));
        answer.Text("detail").Should().Contain($"line {line}, position {position}.").And.NotContainAny("Pulse.", "System.", "'", "$", "pasword", "admin");
    }

    [Theory]
    [InlineData("{ \"userName\": ", 1, 15)]
    [InlineData("{ \"userName\": \"admin\",\n  \"password\": x }", 2, 15)]
    [InlineData("", 1, 1)]
    [InlineData("null", 1, 1)]
    [InlineData("[]", 1, 1)]
    public async Task What_is_not_a_JSON_object_is_refused_with_its_position(string body, int line, int position)
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        var answer = await PostAsync(host, body);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_json");
        (answer.Body.GetProperty("line").GetInt32(), answer.Body.GetProperty("position").GetInt32()).Should().Be((line, position));
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
