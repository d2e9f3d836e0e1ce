using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulse.Access.Http;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The list of codes, the table in the manual and the OpenAPI document say the same.</summary>
public sealed partial class ProblemCodeTests
{
    [Fact]
    public void Every_code_is_a_word_of_its_own_and_the_list_is_sorted_by_status()
    {
        ProblemCode.All.Should().HaveCountGreaterThan(30).And.OnlyHaveUniqueItems(code => code.Name).And.BeInAscendingOrder(code => code.Status);
        ProblemCode.All.Should().OnlyContain(code => Word().IsMatch(code.Name) && code.Status >= 400 && code.Meaning.EndsWith('.'));
    }

    [Fact]
    public async Task The_table_of_the_manual_is_the_list_of_codes()
    {
        var manual = await File.ReadAllLinesAsync(Repository.PathOf("docs", "api.md"));
        var table = manual.SkipWhile(line => !line.StartsWith("| status | `code` |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

        table.Should().Equal(ProblemCode.All.Select(code => $"| {code.Status} | `{code.Name}` | {code.Meaning} |"));
    }

    [Theory]
    [InlineData("ProblemDetails")]
    [InlineData("HttpValidationProblemDetails")]
    public async Task The_document_lists_all_codes_and_no_other(string schema)
    {
        var code = (await DocumentAsync())["components"]!["schemas"]![schema]!["properties"]!["code"]!;

        code["enum"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal(ProblemCode.All.Select(known => known.Name));
    }

    [Fact]
    public async Task Every_refusal_in_the_document_names_its_codes_each_at_its_status()
    {
        var refusals = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject(), (path, operation) => (Route: $"{operation.Key} {path.Key}", Answers: operation.Value!["responses"]!.AsObject()))
            .SelectMany(route => route.Answers, (route, answer) => (route.Route, Status: answer.Key, Description: answer.Value!["description"]!.GetValue<string>()))
            .Where(answer => answer.Status[0] is '4' or '5')
            .ToList();
        refusals.Should().HaveCountGreaterThan(50);

        foreach (var (route, status, description) in refusals)
        {
            var known = ProblemCode.All.Where(code => $"{code.Status}" == status).Select(code => $"- `{code.Name}`: {code.Meaning}");
            description.Split('\n').Should().BeSubsetOf(known, $"{route} answers {status} with codes of the list");
        }
    }

    private static async Task<JsonNode> DocumentAsync()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();
        return (await client.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;
    }

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
