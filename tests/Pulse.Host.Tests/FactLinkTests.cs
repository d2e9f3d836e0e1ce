using System.Text.RegularExpressions;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>A comment that gives a fact about vCenter as its reason has a link to the fact and its source.</summary>
public sealed partial class FactLinkTests
{
    private static readonly string Facts = File.ReadAllText(Repository.PathOf("docs", "vmware", "facts.md"));

    [Fact]
    public void Every_link_to_a_fact_leads_somewhere()
    {
        var anchors = Anchor().Matches(Facts).Select(match => match.Groups["id"].Value).ToArray();

        anchors.Should().OnlyHaveUniqueItems().And.Contain("2.23");
        Sources.SelectMany(file => Link().Matches(file.Text).Select(match => (file.Name, Anchor: match.Groups["id"].Value)))
            .Where(link => !anchors.Contains(link.Anchor)).Should().BeEmpty();
    }

    [Fact]
    public void A_fact_is_named_by_its_paragraph() =>
        Sources.SelectMany(file => OldForm().Matches(file.Text).Select(match => $"{file.Name}: {match.Value}")).Should().BeEmpty();

    private static IEnumerable<(string Name, string Text)> Sources => new[] { "src", "tests", "docs" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".ts" or ".tsx" && !file.Contains("node_modules", StringComparison.Ordinal))
        .Where(file => !file.EndsWith(nameof(FactLinkTests) + ".cs", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    [GeneratedRegex("<a id=\"(?<id>[0-9.]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"facts\.md#(?<id>[0-9]+(\.[0-9]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    // The chapter alone is not enough to find a fact.
    [GeneratedRegex(@"\b(facts|peers) (sections? )?[0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OldForm();
}
