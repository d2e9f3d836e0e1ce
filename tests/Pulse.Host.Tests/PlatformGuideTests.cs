using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>
/// <c>docs/add-a-platform.md</c> shows code that is built and tested: each line of a snippet is in the file that the page
/// names. The commands on the page exist.
/// </summary>
public sealed partial class PlatformGuideTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "add-a-platform.md"));

    public static TheoryData<string, string> Snippets =>
        [.. Snippet().Matches(Page).Select(found => (found.Groups["file"].Value, found.Groups["code"].Value))];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_stands_in_the_file_that_is_built(string file, string code) =>
        File.ReadAllText(Repository.PathOf(file.Split('/'))).ReplaceLineEndings("\n").Should().Contain(code);

    [Fact]
    public void Every_snippet_of_code_names_its_file() =>
        Fence().Matches(Page).Select(fence => fence.Groups["language"].Value).Count(language => language is "csharp" or "xml")
            .Should().Be(Snippets.Count).And.BePositive();

    [Fact]
    public void Every_command_exists()
    {
        var scripts = JsonNode.Parse(File.ReadAllText(Repository.PathOf("src", "Pulse.Web", "package.json")))!["scripts"]!;
        var commands = Fence().Matches(Page).Where(fence => fence.Groups["language"].Value == "sh")
            .SelectMany(fence => fence.Groups["code"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();

        commands.Should().HaveCountGreaterThan(3).And.OnlyContain(command =>
            command.StartsWith("dotnet ", StringComparison.Ordinal)
            || (command.StartsWith("npm run ", StringComparison.Ordinal) && scripts[command.Split(' ')[2]] != null)
            || File.Exists(Repository.PathOf(command.Split('/'))));
    }

    [Fact]
    public void Every_file_that_the_page_links_to_exists() =>
        Link().Matches(Page).Select(link => Path.GetFullPath(Path.Combine(Repository.PathOf("docs"), link.Groups["target"].Value)))
            .Where(path => !File.Exists(path) && !Directory.Exists(path)).Should().BeEmpty();

    [GeneratedRegex("<!-- from: (?<file>[^ ]+) -->\n```[a-z]+\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Snippet();

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("\\]\\((?<target>[^)#:]+)\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
