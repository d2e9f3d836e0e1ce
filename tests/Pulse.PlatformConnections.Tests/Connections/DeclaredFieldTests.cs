using System.Text.Json;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>Every kind of field that a platform can declare is read, kept and cleared by one rule.</summary>
public sealed class DeclaredFieldTests
{
    private static readonly PlatformDescriptor Crate = new()
    {
        Key = "crate",
        DisplayName = "Crate",
        SystemNoun = "crate",
        Introduction = "A test opens the crate.",
        Transport = new(8443, PlainPort: null),
        LoginLimits = null,
        Steps = [new("open", "Open the crate")],
        Counts = [new(ContributionKind.Storage, "crate", "crates")],
        Fields =
        [
            new("key", ConnectionFieldKind.Secret, "Key", "The key of the crate.") { Required = false },
            new("size", ConnectionFieldKind.Choice, "Size", "How large it is.") { Choices = [new("small", "Small"), new("large", "Large")] },
            new("sealed", ConnectionFieldKind.Switch, "Sealed", "Whether it is sealed.") { IsOnByDefault = true },
        ],
    };

    [Fact]
    public void What_is_left_out_has_the_default_that_the_platform_declares() =>
        Read("{}").Texts.Should().Equal(new Dictionary<string, string> { ["size"] = "small", ["sealed"] = "true" });

    [Fact]
    public void What_is_given_is_taken() =>
        Read("""{ "size": "large", "sealed": false }""").Texts.Should().Equal(new Dictionary<string, string> { ["size"] = "large", ["sealed"] = "false" });

    [Fact]
    public void What_is_left_out_of_an_edit_is_kept() =>
        Read("{}", Stored()).Texts.Should().Equal(new Dictionary<string, string> { ["size"] = "large", ["sealed"] = "false" });

    [Theory]
    [InlineData("""{ "size": "huge" }""", "size", "Must be one of: small, large.")]
    [InlineData("""{ "size": null }""", "size", "Must be one of: small, large.")]
    [InlineData("""{ "sealed": "yes" }""", "sealed", "Must be true or false.")]
    [InlineData("""{ "useHttps": false }""", "useHttps", "Pulse reads a crate over HTTPS only. Leave it out, or set it to true.")]
    [InlineData("""{ "host": "http://crate.example" }""", "useHttps", "Pulse reads a crate over HTTPS only. Leave it out, or set it to true.")]
    public void What_the_platform_does_not_have_is_refused(string body, string field, string error)
    {
        Reader(body, stored: null).TryRead(out _, out var errors).Should().BeFalse();

        errors.ByField.Should().ContainSingle().Which.Should().BeEquivalentTo(KeyValuePair.Create(field, new[] { error }));
    }

    [Fact]
    public void The_port_of_a_platform_without_a_plain_one_is_that_of_HTTPS() => Read("{}").Port.Should().Be(8443);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "key": null }""", true)]
    [InlineData("""{ "key": "********" }""", true)]
    [InlineData("""{ "key": "" }""", false)]
    [InlineData("""{ "key": "another" }""", false)]
    public void An_optional_secret_is_kept_replaced_or_removed(string body, bool isKept)
    {
        var settings = Read(body, Stored());

        settings.Keeps("key").Should().Be(isKept);
        ConnectionChanges.Between(Stored(), settings).Contains("key").Should().Be(!isKept);
    }

    [Fact]
    public void A_count_that_the_platform_does_not_declare_is_left_out()
    {
        var observed = Crate.OnlyDeclared(new()
        {
            SystemName = "crate",
            Product = "Crate",
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
            members.TryAdd("name", JsonSerializer.SerializeToElement("Crate"));
            members.TryAdd("host", JsonSerializer.SerializeToElement("crate.example"));
        }

        return new SettingsReader(Crate, JsonSerializer.SerializeToElement(members), stored, nameRequired: true);
    }

    private static Connection Stored() => new()
    {
        Id = Guid.Empty,
        Platform = "crate",
        Name = "Crate",
        NormalizedName = "CRATE",
        Host = "crate.example",
        Port = 8443,
        UseHttps = true,
        InsecureSkipVerify = false,
        CertificateThumbprint = null,
        NormalizedAccount = "",
        Texts = new() { ["size"] = "large", ["sealed"] = "false" },
        ProtectedSecrets = new() { ["key"] = "ciphertext" },
        Enabled = true,
        PollIntervalSeconds = 60,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Version = 1,
        Health = new(),
    };
}
