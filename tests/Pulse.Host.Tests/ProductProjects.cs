using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The C# projects of the product, found in their folder: the rules cover a new platform without a change here.</summary>
internal static class ProductProjects
{
    public const string ProviderPrefix = "Pulse.Providers.";

    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("src")).Select(directory => Path.GetFileName(directory)!).Where(name => name != "Pulse.Web").Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Providers => All.Where(name => name.StartsWith(ProviderPrefix, StringComparison.Ordinal));
}
