using System.Text.RegularExpressions;

namespace Pulse.Host.Tests.Governance;

/// <summary>
/// The rule for sentences that claim something about real systems. A block of text (a paragraph, an item, a row of a table, a line of
/// code) with such words names its row of the proof matrix in a comment, <c>claim: id</c>, and claims no more than the row's level.
/// </summary>
internal static partial class Claim
{
    /// <summary>The errors of a block; empty if there are none.</summary>
    public static IEnumerable<string> FaultsOf(string block)
    {
        var text = Question().Replace(Code().Replace(Marker().Replace(block, ""), ""), "");
        var ids = Marker().Matches(block).SelectMany(match => match.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var id in ids.Where(id => ProofMatrix.Find(id) is null))
        {
            yield return $"names a row that is not in the matrix: {id}";
        }

        if (ids.Count == 0 && (Strong().IsMatch(text) || Weak().IsMatch(text) || Release().IsMatch(text)))
        {
            yield return $"claims '{(Strong().IsMatch(text) ? Strong() : Weak().IsMatch(text) ? Weak() : Release()).Match(text).Value}' without naming a row";
        }

        var levels = ids.Select(id => ProofMatrix.Find(id)?.Level).ToList();
        foreach (var sentence in SentenceEnd().Split(text))
        {
            if (Strong().IsMatch(sentence) && !Denial().IsMatch(sentence) && !levels.Contains(ProofMatrix.Proven))
            {
                yield return $"says '{Strong().Match(sentence).Value}', and no row that it names is proven";
            }
            else if (Weak().IsMatch(sentence) && !levels.Contains(ProofMatrix.Proven) && !Denial().IsMatch(sentence)
                && !sentence.Contains("simulated", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"says '{Weak().Match(sentence).Value}' and not that it is simulated";
            }
        }
    }

    /// <summary>The blocks of a Markdown page that contain sentences: not code, and not the headings of tables.</summary>
    public static IEnumerable<string> BlocksOf(string page)
    {
        var outside = CodeBlock().Replace(page, "\n\n");
        return BlockEnd().Split(outside).Where(block => block.Trim().Length > 0);
    }

    [GeneratedRegex(@"(<!--|/\*|//)\s*claim:\s*(?<ids>[\w, ]+?)\s*(-->|\*/|$)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\b(proven|proved|certified|works with|verified (on|with)|guarantee[sd]?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\b(supports?|supported|compatible|tested (on|with|against))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weak();

    [GeneratedRegex(@"\b(8\.0 ?(U|Update ?)[1-9]|(vCenter|vSphere)( Server)? (8\.0|9\.[0-9]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(not|no|never|unproven|nothing|until|once)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denial();

    [GeneratedRegex(@"(?<=[.!?])\s+|\s\|\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    // A question claims nothing.
    [GeneratedRegex(@"\b(what|how far (it|each row|something)) is\s+proven\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(\||[-*] |[0-9]+\. |#))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockEnd();
}
