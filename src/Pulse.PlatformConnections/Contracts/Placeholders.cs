using System.Text.RegularExpressions;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>Replaces names one to one: each name gets a word for its kind and a number, in the order in which the names were added.</summary>
internal sealed class Placeholders
{
    private readonly List<(string Name, Regex Pattern, string Placeholder)> _replacements = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Adds a name, unless the name is empty or was added before, in any case.</summary>
    public void Add(string kind, string name)
    {
        if (name.Length == 0 || _replacements.Exists(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
        _replacements.Add((name, Whole(name), $"{kind}-{_numbers[kind]}"));

        // A name may be a part of another one: the longer name is replaced first.
        _replacements.Sort((left, right) => right.Name.Length - left.Name.Length);
    }

    public string Replace(string text) =>
        _replacements.Aggregate(text, (current, replacement) => replacement.Pattern.Replace(current, replacement.Placeholder));

    // Whole words only, so that a machine called 'a' does not damage the sentences.
    private static Regex Whole(string name) => new(
        $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));
}
