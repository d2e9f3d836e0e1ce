using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Objects;

/// <summary>
/// The ids (moIds) of one vCenter. Nearly all are one of a few prefixes and a number (<c>vm-1042</c>): each prefix is kept
/// once, so that an id costs no string.
/// </summary>
/// <param name="limits">Limit the number of prefixes and of ids without a number.</param>
internal sealed class ObjectIds(ReadLimits limits)
{
    // A number is stored plus one; 0 means no number.
    private const int MaxDigits = 9;

    private readonly List<string> _prefixes = [];
    private readonly Dictionary<string, int> _indexes = [];

    /// <summary>Whether so many ids are remembered, also of deleted objects, that they should be cleared soon.</summary>
    public bool IsNearlyFull => _prefixes.Count > limits.Ids / 4 * 3;

    /// <summary>Increases when ids are cleared: older keys then mean other objects.</summary>
    public int Generation { get; private set; }

    /// <summary>Forgets all ids.</summary>
    public void Clear()
    {
        _prefixes.Clear();
        _indexes.Clear();
        Generation++;
    }

    public ObjectKey KeyOf(ObjectKind kind, ReadOnlySpan<char> id)
    {
        var prefix = id.TrimEnd("0123456789");
        var digits = id[prefix.Length..];
        // 'vm-007' and 'vm-7' are not the same.
        return digits.Length is 0 or > MaxDigits || (digits[0] == '0' && digits.Length > 1)
            ? new(kind, IndexOf(id), 0)
            : new(kind, IndexOf(prefix), uint.Parse(digits) + 1);
    }

    public string TextOf(ObjectKey key) => key.Number == 0 ? _prefixes[key.Prefix] : $"{_prefixes[key.Prefix]}{key.Number - 1}";

    private int IndexOf(ReadOnlySpan<char> prefix)
    {
        var indexes = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!indexes.TryGetValue(prefix, out var index))
        {
            index = _prefixes.Count < limits.Ids
                ? _prefixes.Count
                : throw ReadLimits.Exceeded(nameof(ReadLimits.Ids), limits.Ids, "ids of an unusual form");
            _prefixes.Add(prefix.ToString());
            indexes[prefix] = index;
        }

        return index;
    }
}
