using System.Text.RegularExpressions;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>
/// The words of the shared path fit every platform: it names no vendor, no object that only one platform has, and no kind of
/// secret. The nouns come from the declaration.
/// </summary>
public sealed partial class SharedWordsTests
{
    // In each of these places, a password is not that of a platform.
    private static readonly string[] SpeakOfAnotherPassword =
    [
        "ConnectionSchemas.cs", // The format that marks a hidden text in OpenAPI.
        "ProxyFailure.cs",
        "ProxySetting.cs",
        "SecretField.tsx", // The type of a hidden input, and the browsers' word for a secret that they may offer to create.
    ];

    // The list of planned platforms, until Pulse serves them.
    private const string Announcement = "platformConnectionsModel.ts";

    [Fact]
    public void Shared_code_speaks_of_no_platform() =>
        Sentences(Sources().Where(file => Path.GetFileName(file) != Announcement)).Where(sentence => WordsOfOnePlatform().IsMatch(sentence.Text)).Should().BeEmpty();

    [Fact]
    public void Shared_code_speaks_of_secrets_and_not_of_passwords() =>
        Sentences(Sources().Where(file => !SpeakOfAnotherPassword.Contains(Path.GetFileName(file))))
            .Where(sentence => Password().IsMatch(sentence.Text)).Should().BeEmpty();

    [Fact]
    public void The_texts_of_shared_code_are_found() =>
        Sentences(Sources()).Select(sentence => sentence.Text).Should().Contain(["No TLS: every secret travels in clear text", "Secrets travel in clear text."]);

    private static IEnumerable<string> Sources()
    {
        var server = Directory.EnumerateFiles(Repository.PathOf("src", "Pulse.PlatformConnections"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal));
        var web = new[] { "platforms", "shell", "ui" }.SelectMany(
            folder => Directory.EnumerateFiles(Repository.PathOf("src", "Pulse.Web", "src", folder), "*.ts*", SearchOption.AllDirectories));
        return server.Concat(web.Where(file => !file.Contains(".test.", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string File, string Text)> Sentences(IEnumerable<string> files) =>
        from file in files
        from line in File.ReadLines(file).Select(line => line.Trim())
        where !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith('*') && !line.StartsWith("/*", StringComparison.Ordinal)
        from Match text in Quoted().Matches(line)
        select (Path.GetFileName(file), text.Groups["text"].Value);

    [GeneratedRegex("[\"`](?<text>[^\"`]+)[\"`]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("vmware|vcenter|vsphere|esxi|truenas|proxmox|datastore|managed object", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsOfOnePlatform();

    [GeneratedRegex("password", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();
}
