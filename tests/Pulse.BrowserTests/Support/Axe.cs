using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Pulse.BrowserTests.Support;

/// <summary>Finds barriers for people with a screen reader, a keyboard or weak eyes, with axe-core.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(Options);

        // As one text, so that a failure shows all of them.
        string.Join('\n', result.Violations.Select(Written)).Should().BeEmpty();
    }

    // What it finds wrong, in one line each: the rule, the help, and the elements.
    private static string Written(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}. {string.Join(" | ", violation.Nodes.Select(node => $"{node.Html} {Reasons(node)}"))}";

    // An element fails a rule if none of the first checks passes, or if one of the others does not.
    private static string Reasons(AxeResultNode node) => string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message));
}
