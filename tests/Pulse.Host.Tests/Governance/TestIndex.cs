using System.Text.RegularExpressions;
using Pulse.Testing;

namespace Pulse.Host.Tests.Governance;

/// <summary>The names of all tests of the repository: <c>Class.Method</c>, read from the sources, so that no test project is loaded.</summary>
internal static partial class TestIndex
{
    private static readonly Lazy<HashSet<string>> Names = new(() => [.. Files().SelectMany(TestsIn)]);

    public static bool Has(string test) => Names.Value.Contains(test);

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> TestsIn(string file)
    {
        var type = Path.GetFileNameWithoutExtension(file);
        return Test().Matches(File.ReadAllText(file)).Select(match => $"{type}.{match.Groups["name"].Value}");
    }

    [GeneratedRegex(@"\[(Fact|Theory|MemberData|InlineData)[^\n]*\]\s*\n(\s*\[[^\n]*\n)*\s*public (async )?(Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Test();
}
