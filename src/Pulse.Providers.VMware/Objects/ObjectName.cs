using System.Text.RegularExpressions;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Objects;

/// <summary>Decodes and distinguishes the names of objects.</summary>
internal static partial class ObjectName
{
    /// <summary>
    /// Decodes the three characters that vCenter escapes in names: slash, backslash and percent sign, each once (Web Services
    /// API reference, <c>ManagedEntity.name</c>).
    /// </summary>
    public static string Decode(string name) => Escaped().Replace(name, match => match.Value[1..].ToUpperInvariant() switch
    {
        "2F" => "/",
        "5C" => "\\",
        _ => "%",
    });

    /// <summary>Adds the ids in brackets to equal names in one list, so that they differ.</summary>
    public static IReadOnlyList<string> Distinguish(IReadOnlyList<(string Name, string Id)> named)
    {
        var repeated = named.GroupBy(each => each.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. named.Select(each => repeated.Contains(each.Name) ? WithId(each.Name, each.Id) : each.Name)];
    }

    // A name that leaves no space for the id is not shown: a cut id would be another id.
    private static string WithId(string name, string id) =>
        $"{name} ({id})" is var both && both == SystemText.Text(both) ? both : id;

    [GeneratedRegex("%(?:2f|5c|25)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
