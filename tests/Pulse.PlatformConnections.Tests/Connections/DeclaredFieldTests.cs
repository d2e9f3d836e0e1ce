using System.Text.Json;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Storage;
using Pulse.Providers.Box;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>One rule reads, keeps and clears every kind of field that a platform can declare.</summary>
public sealed class DeclaredFieldTests
{
    [Fact]
    public void What_is_left_out_has_the_default_that_the_platform_declares() =>
        Read("{}").Texts.Should().Equal(new Dictionary<string, string> { ["door"] = "front", ["countsEmptyShelves"] = "true" });

    [Fact]
    public void What_is_given_is_taken() =>
        Read("""{ "door": "back", "countsEmptyShelves": false }""").Texts.Should().Equal(new Dictionary<string, string> { ["door"] = "back", ["countsEmptyShelves"] = "false" });

    [Fact]
    public void What_is_left_out_of_an_edit_is_kept() =>
        Read("{}", Stored()).Texts.Should().Equal(new Dictionary<string, string> { ["door"] = "back", ["countsEmptyShelves"] = "false" });

    [Theory]
    [InlineData("""{ "door": "side" }""", "door", "Must be one of: front, back.")]
    [InlineData("""{ "door": null }""", "door", "Must be one of: front, back.")]
    [InlineData("""{ "countsEmptyShelves": "yes" }""", "countsEmptyShelves", "Must be true or false.")]
    [InlineData("""{ "useHttps": false }""", "useHttps", "Pulse reads a box over HTTPS only. Leave it out, or set it to true.")]
    [InlineData("""{ "host": "http://box.example" }""", "useHttps", "Pulse reads a box over HTTPS only. Leave it out, or set it to true.")]
    public void What_the_platform_does_not_have_is_refused(string body, string field, string error)
    {
        Reader(body, stored: null).TryRead(out _, out var errors).Should().BeFalse();

        errors.ByField.Should().ContainSingle().Which.Should().BeEquivalentTo(KeyValuePair.Create(field, new[] { error }));
    }

    [Fact]
    public void The_port_of_a_platform_without_a_plain_one_is_that_of_HTTPS() => Read("{}").Port.Should().Be(8443);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "sealCode": null }""", true)]
    [InlineData("""{ "sealCode": "********" }""", true)]
    [InlineData("""{ "sealCode": "" }""", false)]
    [InlineData("""{ "sealCode": "another" }""", false)]
    public void An_optional_secret_is_kept_replaced_or_removed(string body, bool isKept)
    {
        var settings = Read(body, Stored());

        settings.Keeps("sealCode").Should().Be(isKept);
        ConnectionChanges.Between(Stored(), settings).Contains("sealCode").Should().Be(!isKept);
    }

    [Fact]
    public void A_count_that_the_platform_does_not_declare_is_left_out()
    {
        var observed = BoxDeclaration.Platform.OnlyDeclared(new()
        {
            SystemName = "box",
            Product = "Box",
            Version = "1",
            CollectedAt = DateTimeOffset.UnixEpoch,
            AgentCount = 0,
            VmCount = 0,
            StorageCount = 3,
        });

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((null, null, 3));
    }

    private static ConnectionSettings Read(string body, Connection? stored = null)
    {
        Reader(body, stored).TryRead(out var settings, out var errors).Should().BeTrue(string.Join(", ", errors.ByField.Keys));
        return settings!;
    }

    private static SettingsReader Reader(string body, Connection? stored)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body)!;
        if (stored is null)
        {
            members.TryAdd("name", JsonSerializer.SerializeToElement("Box"));
            members.TryAdd("host", JsonSerializer.SerializeToElement("box.example"));
            members.TryAdd("apiKey", JsonSerializer.SerializeToElement("box-key"));
        }

        return new SettingsReader(BoxDeclaration.Platform, JsonSerializer.SerializeToElement(members), stored, nameRequired: true);
    }

    private static Connection Stored() => new()
    {
        Id = Guid.Empty,
        Platform = "box",
        Name = "Box",
        NormalizedName = "BOX",
        Host = "box.example",
        Port = 8443,
        UseHttps = true,
        InsecureSkipVerify = false,
        CertificateThumbprint = null,
        NormalizedAccount = "",
        Texts = new() { ["door"] = "back", ["countsEmptyShelves"] = "false" },
        ProtectedSecrets = new() { ["apiKey"] = "ciphertext", ["sealCode"] = "ciphertext" },
        Enabled = true,
        PollIntervalSeconds = 60,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Version = 1,
        Health = new(),
    };
}
