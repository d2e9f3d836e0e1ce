namespace Pulse.Simulation.TrueNas;

/// <summary>One object of a collection, for example a pool. Its members are those of the answer.</summary>
public sealed class SimulatedObject
{
    private readonly Dictionary<string, object?> _members;

    internal SimulatedObject(string collection, Dictionary<string, object?> members) => (Collection, _members) = (collection, members);

    /// <summary>The method that lists it, for example pool.query.</summary>
    public string Collection { get; }

    public object Id => _members[Collection == "alert.list" ? "uuid" : Collection == "disk.query" ? "identifier" : "id"]!;

    public object? this[string member] => _members[member];

    internal IReadOnlyDictionary<string, object?> Members => _members;

    internal void Set(string member, object? value) => _members[member] = _members.ContainsKey(member)
        ? value
        : throw new ArgumentException($"{Collection} has no member '{member}'.", nameof(member));
}
