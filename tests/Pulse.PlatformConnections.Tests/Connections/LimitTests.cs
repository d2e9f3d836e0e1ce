using System.Text.Json;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>The same cases as for the form of the UI: both accept and refuse the same lengths and numbers, in the same words.</summary>
public sealed class LimitTests
{
    private static readonly PlatformDescriptor Platform = new()
    {
        Key = "limited",
        DisplayName = "Limited",
        SystemNoun = "system",
        Introduction = "A test opens the system.",
        Transport = new(443, 80),
        LoginLimits = null,
        Steps = [new("open", "Open the system")],
        Counts = [],
        Fields =
        [
            new("username", ConnectionFieldKind.Text, "User name", "The account."),
            new("password", ConnectionFieldKind.Secret, "Password", "The password of the account."),
        ],
    };

    public static TheoryData<string, string, string?> Cases()
    {
        var file = Repository.PathOf("src", "Pulse.Web", "src", "platforms", "editor", "limitCases.json");
        var cases = new TheoryData<string, string, string?>();
        foreach (var row in JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(file), JsonSerializerOptions.Web)!)
        {
            cases.Add(row.Member, row.Number?.GetRawText() ?? JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(row.Text, row.Times))), row.Error);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_within_a_limit_is_taken_and_what_is_not_is_refused_in_the_words_of_the_form(string member, string json, string? error)
    {
        var body = new Dictionary<string, JsonElement>
        {
            ["name"] = JsonSerializer.SerializeToElement("System"),
            ["host"] = JsonSerializer.SerializeToElement("system.example"),
            ["username"] = JsonSerializer.SerializeToElement("svc-pulse"),
            ["password"] = JsonSerializer.SerializeToElement("secret"),
            [member] = JsonSerializer.Deserialize<JsonElement>(json),
        };

        new SettingsReader(Platform, JsonSerializer.SerializeToElement(body), stored: null, nameRequired: true).TryRead(out _, out var errors);

        errors.ByField.Should().BeEquivalentTo(error is null ? [] : new Dictionary<string, string[]> { [member] = [error] });
    }

    private sealed record Case(string Member, string? Text, JsonElement? Number, string? Error, int Times = 1);
}
