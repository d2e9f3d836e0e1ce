using System.Text.Json;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class OpenApiTests
{
    [Theory]
    [InlineData("/api/access/setup", "post", "200 400 403 408 409 413 415 429", "token password")]
    [InlineData("/api/access/sign-in", "post", "200 400 401 408 413 415 429", "userName password")]
    [InlineData("/api/access/sign-out", "post", "204 401 403", "")]
    [InlineData("/api/access/sign-out-everywhere", "post", "204 401 403", "")]
    [InlineData("/api/access/session", "get", "200 401 403", "")]
    [InlineData("/api/access/password", "post", "204 400 401 403 408 413 415 429", "currentPassword newPassword")]
    [InlineData("/api/access/tokens", "get", "200 401 403", "")]
    [InlineData("/api/access/tokens", "post", "201 400 401 403 408 409 413 415", "name scopes expiresInDays")]
    [InlineData("/api/access/tokens/{id}", "delete", "204 401 403 404", "")]
    [InlineData("/api/access/audit", "get", "200 400 401 403", "")]
    public async Task The_OpenAPI_document_describes_each_route_with_its_body_and_all_answers(
        string path, string method, string answers, string fields)
    {
        await using var host = await AccessHost.StartAsync();
        var document = (await host.Browser().GetAsync("/openapi/v1.json")).Body;

        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);

        operation.GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
        operation.GetProperty("operationId").GetString().Should().NotBeNullOrEmpty();
        operation.GetProperty("tags")[0].GetString().Should().Be("Access");
        Names(operation.GetProperty("responses")).Order().Should().Equal(answers.Split(' '));
        BodyFields(document, operation).Should().BeEquivalentTo(fields.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_OpenAPI_document_says_what_each_filter_of_the_trail_does()
    {
        await using var host = await AccessHost.StartAsync();
        var document = (await host.Browser().GetAsync("/openapi/v1.json")).Body;

        var parameters = document.GetProperty("paths").GetProperty("/api/access/audit").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();

        parameters.Select(parameter => parameter.GetProperty("name").GetString()).Should().Equal("before", "limit", "action", "outcome", "text");
        parameters.Should().OnlyContain(parameter => parameter.GetProperty("description").GetString()!.Length > 0);
    }

    private static IEnumerable<string> BodyFields(JsonElement document, JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return [];
        }

        var reference = body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.Split('/')[^1]);
        return Names(schema.GetProperty("properties"));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
