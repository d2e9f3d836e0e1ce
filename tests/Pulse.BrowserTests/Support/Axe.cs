using System.Text.Json;
using Microsoft.Playwright;
using Pulse.Testing;

namespace Pulse.BrowserTests.Support;

/// <summary>Finds barriers for people with a screen reader, a keyboard or weak eyes, with axe-core.</summary>
public static class Axe
{
    // The violations, one line each: the rule, the help, and the elements.
    private const string Look =
        """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
          return violations.map(({ id, help, nodes }) => `${id}: ${help}. ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
        }
        """;

    private static readonly Lazy<Task<string>> Source =
        new(() => File.ReadAllTextAsync(Repository.PathOf("src", "Pulse.Web", "node_modules", "axe-core", "axe.min.js")));

    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        // Not as a script element: the page's policy forbids script elements, and the test must check the page unchanged.
        await page.EvaluateAsync(await Source.Value);
        var violations = await page.EvaluateAsync<JsonElement>(Look);

        // As one text, so that a failure shows all violations.
        string.Join('\n', violations.EnumerateArray().Select(violation => violation.GetString())).Should().BeEmpty();
    }
}
