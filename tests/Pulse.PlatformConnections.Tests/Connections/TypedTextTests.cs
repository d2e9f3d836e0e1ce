using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>One rule for every text that a person types: one form, no invisible characters.</summary>
public sealed class TypedTextTests(SharedBoxHost shared) : IClassFixture<SharedBoxHost>
{
    private const string SeenEqual = "La\u200bb";

    private readonly BoxHost _host = shared.Host;

    [Theory]
    [InlineData("Caf\u00e9", "CAFE\u0301", "caf\u00e9.example")]
    [InlineData("Stra\u00dfe", "STRASSE", "strasse.example")]
    [InlineData("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2", "odos.example")]
    [InlineData("\uff4c\uff41\uff42", "\uff2c\uff21\uff22", "wide.example")]
    [InlineData("\u0130stanbul", "i\u0307STANBUL", "istanbul.example")]
    [InlineData("Old\u00a0Attic", "old attic", "attic.example")]
    public async Task A_name_is_taken_in_every_way_of_writing_it(string first, string second, string host)
    {
        await _host.CreateAsync(BoxHost.Draft(first, host));

        using var response = await _host.PostAsync("", BoxHost.Draft(second, $"other-{host}"));

        (await response.ProblemAsync(409)).Text("code").Should().Be("name_taken");
    }

    [Fact]
    public async Task A_text_is_kept_composed_with_plain_blanks()
    {
        var draft = BoxHost.Draft(" Cafe\u0301\u00a0One ", "composed.example");
        draft["site"] = "\u3000u\u0308ber\u2003all ";

        var created = await _host.CreateAsync(draft);

        created.Text("name").Should().Be("Caf\u00e9 One");
        created.Text("site").Should().Be("\u00fcber all");
    }

    [Theory]
    [InlineData("name", "Lab\u200b", "U+200B ZERO WIDTH SPACE")]
    [InlineData("name", "\u202eLab", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("name", "two\nlines", "U+000A LINE FEED")]
    [InlineData("site", "\ufeffroof", "U+FEFF ZERO WIDTH NO-BREAK SPACE")]
    [InlineData("site", "roof\u2800", "U+2800 BRAILLE PATTERN BLANK")]
    [InlineData("site", "ro\u00adof", "U+00AD SOFT HYPHEN")]
    public async Task What_cannot_be_seen_is_refused_by_its_name(string member, string typed, string character)
    {
        var draft = BoxHost.Draft("Invisible", "invisible.example");
        draft[member] = typed;

        using var response = await _host.PostAsync("", draft);

        var errors = (await response.ProblemAsync(400))["errors"]!.AsObject();
        errors.Should().ContainSingle().Which.Key.Should().Be(member);
        errors[member]![0]!.GetValue<string>().Should().Be($"Must not contain {character}: it cannot be seen. Delete it, or type the text by hand.");
    }

    [Theory]
    [InlineData("vcsa.lab\u200b.example")]
    [InlineData("\ufeffvcsa.lab.example")]
    [InlineData("\u202avcsa.lab.example\u202c")]
    [InlineData("vcsa.\u00adlab.example")]
    [InlineData("\u00a0vcsa.lab.example\u2003")]
    public async Task What_cannot_be_seen_in_a_host_is_an_accident(string typed)
    {
        await using var host = BoxHost.Start();

        (await host.CreateAsync(BoxHost.Draft(host: typed))).Text("host").Should().Be("vcsa.lab.example");
    }

    [Theory]
    [InlineData("line\nbreak", "U+000A LINE FEED")]
    [InlineData("right-key\r", "U+000D CARRIAGE RETURN")]
    [InlineData("tab\there", "U+0009 TAB")]
    [InlineData("right-key\u2028", "U+2028 LINE SEPARATOR")]
    [InlineData("\0", "U+0000 NULL")]
    public async Task A_control_character_in_a_secret_is_refused_before_it_costs_a_login(string key, string character)
    {
        using var response = await _host.PostAsync("/test", BoxHost.Draft("Control", "control.example", key));

        (await response.ProblemAsync(400))["errors"]!["apiKey"]![0]!.GetValue<string>()
            .Should().Be($"Must not contain {character}. It was probably copied with the value.");
        _host.Boxes.At("control.example").RefusedLogins.Should().Be(0);
    }

    [Theory]
    [InlineData(" wrong-key", true)]
    [InlineData("wrong-key ", true)]
    [InlineData("wrong-key\u200b", true)]
    [InlineData("wrong key", false)]
    public async Task The_remedy_of_a_refused_login_speaks_of_a_blank_around_the_secret(string key, bool spoken)
    {
        await using var host = BoxHost.Start();

        using var response = await host.PostAsync("/test", BoxHost.Draft(apiKey: key));

        var remedy = (await response.ReadAsync())["failure"]!.Text("remedy")!;
        remedy.Contains(" The apiKey begins or ends with a blank. Check that the blank belongs to it.", StringComparison.Ordinal).Should().Be(spoken);
        remedy.Should().NotContain("wrong");
    }

    [Fact]
    public async Task The_reason_why_a_character_cannot_be_taken_is_the_platforms()
    {
        var draft = BoxHost.Draft("Forbidden", "forbidden.example");
        draft["site"] = "roof/left";

        using var response = await _host.PostAsync("", draft);

        (await response.ProblemAsync(400))["errors"]!["site"]![0]!.GetValue<string>().Should().Be("Must not contain '/': it parts a site from its building.");
    }

    [Fact]
    public async Task Names_of_an_older_version_are_compared_by_the_rule_of_this_one()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft("Lab", "old.example"))).Text("id")!;
        await host.CreateAsync(BoxHost.Draft("Other", "other.example"));
        await host.RestartAsync(() => Execute(
            host,
            $"UPDATE Connections SET Name = 'Stra\u00dfe', NormalizedName = 'STRA\u00dfE' WHERE Id = '{id.ToUpperInvariant()}'"));

        using var response = await host.PostAsync("", BoxHost.Draft("STRASSE", "new.example"));

        (await response.ProblemAsync(409)).Text("code").Should().Be("name_taken");
    }

    [Fact]
    public async Task Two_names_of_an_older_version_that_look_the_same_are_both_listed_and_can_be_sent_back()
    {
        await using var host = BoxHost.Start();
        await host.CreateAsync(BoxHost.Draft("Lab", "first.example"));
        var second = (await host.CreateAsync(BoxHost.Draft("Other", "second.example"))).Text("id")!;
        await host.RestartAsync(() => Execute(
            host,
            $"UPDATE Connections SET Name = '{SeenEqual}', NormalizedName = 'LA\u200bB' WHERE Id = '{second.ToUpperInvariant()}'"));

        var listed = await host.GetAsync(second);
        listed["enabled"] = false;
        (await host.UpdateAsync(second, listed)).Text("name").Should().Be(SeenEqual);
        using var same = await host.PutAsync(second, new JsonObject { ["name"] = "Lab" });
        (await same.ProblemAsync(409)).Text("code").Should().Be("name_taken");
        using var renamed = await host.PutAsync(second, new JsonObject { ["name"] = "Lab 2" });
        renamed.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_message_shows_an_international_name_in_its_letters_beside_its_ascii_form()
    {
        await using var host = BoxHost.Start();

        using var response = await host.PostAsync("/test", BoxHost.Draft(host: "B\u00dcCHER.example", apiKey: "wrong-key"));
        using var redacted = await host.PostAsync("/test?redact=true", BoxHost.Draft(host: "B\u00dcCHER.example", apiKey: "another-key"));

        (await response.ReadAsync())["failure"]!.Text("message").Should().Contain("b\u00fccher.example:8443 (xn--bcher-kva.example)");
        (await redacted.ReadAsync()).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Should().NotContain("b\u00fccher").And.NotContain("bcher-kva");
    }

    private static void Execute(BoxHost host, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "pulse.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().Should().BePositive();
    }
}
