using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Documentation;

public sealed class OpenApiTests(SharedBoxHost shared) : IClassFixture<SharedBoxHost>
{
    [Fact]
    public async Task A_new_platform_is_documented_with_its_own_fields()
    {
        var document = (await shared.Host.Client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;

        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas["BoxConnectionDraft"]!["properties"]!.AsObject().Select(property => property.Key).Should()
            .Contain(["name", "host", "port", "apiKey", "site"]).And.NotContain("password");
        schemas["BoxConnectionDraft"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()).Should().BeEquivalentTo("apiKey", "host", "name");
        schemas["BoxConnectionPatch"]!["required"].Should().BeNull();
        schemas["BoxConnection"]!["allOf"]![0]!["$ref"]!.GetValue<string>().Should().EndWith("/ConnectionDocument");
        schemas["BoxConnection"]!["allOf"]![1]!["properties"]!.AsObject().Select(property => property.Key).Should()
            .Equal("apiKey", "owner", "site", "sealCode", "door", "countsEmptyShelves");
    }

    [Fact]
    public async Task Each_kind_of_field_is_documented_as_what_it_is()
    {
        var document = (await shared.Host.Client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;

        var fields = document["components"]!["schemas"]!["BoxConnectionDraft"]!["properties"]!;
        Types(fields["site"]!).Should().Contain("string");
        fields["sealCode"]!.Text("format").Should().Be("password");
        fields["door"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).Should().Equal("front", "back");
        Types(fields["countsEmptyShelves"]!).Should().Equal("boolean");

        static IEnumerable<string> Types(JsonNode field) =>
            field["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [field.Text("type")!];
    }

    [Theory]
    [InlineData("get", "/api/box/connections", "200,400,401,403,503")]
    [InlineData("post", "/api/box/connections", "201,400,401,403,408,409,413,415,503")]
    [InlineData("put", "/api/box/connections/{id}", "200,400,401,403,404,408,409,412,413,415,503")]
    [InlineData("delete", "/api/box/connections/{id}", "204,400,401,403,404,412,503")]
    [InlineData("post", "/api/box/connections/test", "200,400,401,403,408,409,413,415,503")]
    [InlineData("post", "/api/box/connections/{id}/test", "200,400,401,403,404,408,409,413,415,503")]
    public async Task Each_route_documents_all_its_answers(string method, string path, string statuses)
    {
        var document = (await shared.Host.Client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;

        var operation = document["paths"]![path]![method]!;
        operation["responses"]!.AsObject().Select(response => response.Key).Order().Should().Equal(statuses.Split(','));
        operation["summary"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/api/box/connections/test")]
    [InlineData("/api/box/connections/{id}/test")]
    public async Task A_test_documents_both_of_its_forms(string path)
    {
        var document = (await shared.Host.Client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;

        document["paths"]![path]!["post"]!["responses"]!["200"]!["content"]!.AsObject()
            .Select(content => $"{content.Key} {content.Value!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1]}")
            .Should().Equal("application/json TestReport", "application/x-ndjson TestProgress");
    }
}
