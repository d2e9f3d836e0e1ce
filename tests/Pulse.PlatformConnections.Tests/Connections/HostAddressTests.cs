using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Connections;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>The same cases as for the form of the UI: both give the same answer for the same input.</summary>
public sealed class HostAddressTests
{
    private static readonly JsonObject Words = JsonNode.Parse(Read("validationWords.json"))!.AsObject();

    public static TheoryData<string, string?, int?, bool?, string?> Cases()
    {
        var cases = new TheoryData<string, string?, int?, bool?, string?>();
        foreach (var row in JsonSerializer.Deserialize<List<Case>>(Read("hostCases.json"), JsonSerializerOptions.Web)!)
        {
            cases.Add(row.Typed, row.Host, row.Port, row.UseHttps, row.Word);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_people_type_or_paste_is_taken_apart_or_refused_with_a_reason(string typed, string? host, int? port, bool? useHttps, string? word)
    {
        var (address, error) = HostAddress.Parse(typed);

        error.Should().Be(word is null ? null : Words[word]!.GetValue<string>());
        address.Should().Be(host is null ? null : new HostAddress(host, port, useHttps));
    }

    [Fact]
    public void A_name_of_254_characters_is_refused() =>
        HostAddress.Parse(string.Join('.', Enumerable.Repeat("abcdefg", 32))).Error.Should().NotBeNull();

    private static string Read(string file) => File.ReadAllText(Repository.PathOf("src", "Pulse.Web", "src", "platforms", "editor", file));

    private sealed record Case(string Typed, string? Host, int? Port, bool? UseHttps, string? Word);
}
