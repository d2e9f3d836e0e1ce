using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>An object of a vCenter in eight bytes: its kind, and its id as <see cref="ObjectIds"/> keeps it.</summary>
internal readonly record struct ObjectKey(ulong Packed)
{
    private const int KindShift = 60;
    private const int PrefixShift = 32;

    public ObjectKey(ObjectKind kind, int prefix, uint number)
        : this(((ulong)kind << KindShift) | ((ulong)prefix << PrefixShift) | number)
    {
    }

    public ObjectKind Kind => (ObjectKind)(Packed >> KindShift);

    public int Prefix => (int)(Packed >> PrefixShift) & 0x0FFF_FFFF;

    public uint Number => (uint)Packed;
}

/// <summary>
/// The ids (moIds) of one vCenter. Nearly all are one of a few prefixes and a number (<c>vm-1042</c>): each prefix is kept
/// once, so that an id costs no string.
/// </summary>
/// <param name="limits">Say how many prefixes and ids without a number there may be.</param>
internal sealed class ObjectIds(ReadLimits limits)
{
    // A number is kept plus one, 0 stands for none.
    private const int MaxDigits = 9;

    private readonly List<string> _prefixes = [];
    private readonly Dictionary<string, int> _indexes = [];

    /// <summary>Whether so much is remembered, also of objects that are gone, that it should be dropped soon.</summary>
    public bool AreMany => _prefixes.Count > limits.Ids / 4 * 3;

    /// <summary>Grows when ids are dropped: keys of before mean other objects now.</summary>
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
