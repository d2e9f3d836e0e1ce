using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The registered platforms by key.</summary>
internal sealed class PlatformRegistry
{
    private readonly FrozenDictionary<string, IPlatformProvider> _providers;
    private readonly IReadOnlyList<IPlatformProvider> _inOrder;

    /// <exception cref="InvalidOperationException">Two providers use one key, or a key cannot be a route segment.</exception>
    public PlatformRegistry(IEnumerable<IPlatformProvider> providers)
    {
        var all = providers.ToList();
        foreach (var key in all.Select(provider => provider.Platform.Key))
        {
            if (key.Length == 0 || !key.All(char.IsAsciiLetterLower))
            {
                throw new InvalidOperationException($"The platform key '{key}' must consist of lower-case letters: it is part of the routes.");
            }
        }

        if (all.GroupBy(provider => provider.Platform.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new InvalidOperationException($"The platform '{twice.Key}' is registered twice.");
        }

        _inOrder = all;
        _providers = all.ToFrozenDictionary(provider => provider.Platform.Key, StringComparer.Ordinal);
    }

    /// <summary>The platforms in the order of their registration in the host: tabs and lists use this order.</summary>
    public IEnumerable<PlatformDescriptor> Platforms => _inOrder.Select(provider => provider.Platform);

    /// <summary>The provider of a platform with a mapped route.</summary>
    public IPlatformProvider this[string key] => _providers[key];

    /// <summary>The provider of a stored connection, whose provider may be missing from this build.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out IPlatformProvider? provider) => _providers.TryGetValue(key, out provider);
}
