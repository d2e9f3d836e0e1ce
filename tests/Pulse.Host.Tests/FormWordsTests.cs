using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.Host.Tests.Reports;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The form of the UI reports some errors itself, in the words of the API.</summary>
public sealed class FormWordsTests(ReportHost host) : IClassFixture<ReportHost>
{
    private const string UserNameReason =
        "HTTP Basic authentication, by which Pulse logs in, ends the name at the first colon. Use an account without one.";

    private static readonly Dictionary<string, string> Words = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Repository.PathOf("src", "Pulse.Web", "src", "platforms", "editor", "validationWords.json")))!;

    [Theory]
    [InlineData("name", "", "required")]
    [InlineData("name", "a name of 101 characters", "maxLength", 100)]
    [InlineData("host", "", "required")]
    [InlineData("host", "ftp://vcsa.lab.example", "urlScheme")]
    [InlineData("host", "root@vcsa.lab.example", "userInHost")]
    [InlineData("host", "vcsa lab", "host")]
    [InlineData("host", "vcsa.lab.example:0", "hostPort")]
    [InlineData("host", "0x7f000001", "ipv4")]
    [InlineData("host", "[2001:db8::7", "ipv6")]
    [InlineData("host", "::1:21050", "ipv6Brackets")]
    [InlineData("port", 65536, "wholeNumber", 1, 65535)]
    [InlineData("pollIntervalSeconds", 9, "wholeNumber", 10, 86400)]
    [InlineData("certificateThumbprint", "AA:BB", "thumbprint")]
    [InlineData("username", "", "required")]
    [InlineData("username", "pulse:lab", "forbidden", ":", UserNameReason)]
    public async Task The_form_and_the_API_say_the_same(string field, object value, string word, params object[] parts)
    {
        var draft = new JsonObject
        {
            ["name"] = "Lab",
            ["host"] = "vcsa.lab.example",
            ["username"] = "svc-pulse@vsphere.local",
            ["password"] = "made up",
            [field] = value is string text ? text.Replace("a name of 101 characters", new string('n', 101), StringComparison.Ordinal) : (int)value,
        };

        var problem = await host.PostAsync("", draft, HttpStatusCode.BadRequest);

        problem["errors"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be(field);
        problem["errors"]![field]!.AsArray().Select(error => error!.GetValue<string>()).Should().Equal(string.Format(Words[word], parts));
    }

    [Fact]
    public void The_form_and_the_API_say_the_same_of_a_choice()
    {
        var field = new ConnectionField("size", ConnectionFieldKind.Choice, "Size", "The size.") { Choices = [new("small", "Small"), new("large", "Large")] };
        var body = new BodyMembers(JsonElement.Parse("""{ "size": "huge" }"""));

        body.Choice(field, fallback: null);

        body.Errors.ByField["size"].Should().Equal(string.Format(Words["oneOf"], "small, large"));
    }

    [Fact]
    public void No_word_is_without_a_comparison() =>
        Words.Keys.Should().BeEquivalentTo(
            "required", "maxLength", "oneOf", "forbidden", "wholeNumber", "urlScheme", "userInHost", "host", "hostPort", "ipv4", "ipv6", "ipv6Brackets", "thumbprint");
}
