using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The document as the generator of a client sees it.</summary>
public sealed class ApiSchemaTests
{
    [Theory]
    [InlineData("SetupRequest", "token password", "")]
    [InlineData("SignInRequest", "userName password", "")]
    [InlineData("PasswordRequest", "currentPassword newPassword", "")]
    [InlineData("CreateTokenRequest", "name scopes", "expiresInDays")]
    public async Task A_required_member_of_a_request_is_neither_optional_nor_null(string schema, string required, string nullable)
    {
        var request = (await SchemasAsync())[schema]!;

        Words(request["required"]).Should().BeEquivalentTo(required.Split(' '));
        request["properties"]!.AsObject().Where(member => Words(member.Value!["type"]).Contains("null")).Select(member => member.Key)
            .Should().BeEquivalentTo(nullable.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("ProblemDetails")]
    [InlineData("HttpValidationProblemDetails")]
    public async Task A_problem_has_its_code_and_the_members_that_come_with_some_codes(string schema)
    {
        var problem = (await SchemasAsync())[schema]!;

        Words(problem["required"]).Should().BeEquivalentTo("code", "status", "title");
        problem["properties"]!["code"]!["type"]!.GetValue<string>().Should().Be("string");
        problem["properties"]!.AsObject().Select(member => member.Key).Should()
            .Contain(["setupRequired", "retryAt", "currentVersion", "connectionId", "line", "position", "errors"]);
        problem["properties"]!.AsObject().SelectMany(member => Words(member.Value!["type"])).Should().NotContain("null");
    }

    [Fact]
    public async Task A_line_of_a_streamed_test_is_a_step_a_report_or_a_problem()
    {
        var line = (await SchemasAsync())["TestProgress"]!;

        line["required"].Should().BeNull();
        line["properties"]!.AsObject().Select(member => $"{member.Key} {member.Value!["$ref"]!.GetValue<string>().Split('/')[^1]}")
            .Should().Equal("step TestStep", "report TestReport", "problem ProblemDetails");
    }

    private static IEnumerable<string> Words(JsonNode? words) =>
        words is JsonArray several ? several.Select(word => word!.GetValue<string>()) : words is null ? [] : [words.GetValue<string>()];

    private static async Task<JsonObject> SchemasAsync()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();
        return (await client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!["components"]!["schemas"]!.AsObject();
    }
}
