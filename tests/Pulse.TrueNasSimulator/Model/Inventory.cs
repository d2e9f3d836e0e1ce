namespace Pulse.Simulation.TrueNas;

/// <summary>The objects of one TrueNAS. Safe to read and to change from any thread; subscribers are told the changes.</summary>
public sealed class Inventory
{
    private readonly Lock _gate = new();
    private readonly List<SimulatedObject> _objects;

    internal Inventory(TrueNasSimulatorOptions options)
    {
        Roles = options.Roles;
        HostId = options.HostId ?? Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        BootedAt = options.TimeProvider.GetUtcNow();
        _objects = [.. SimulatedObjects.Generate(options)];
    }

    internal Action<CollectionChange>? Changed { get; set; }

    public SimulatedRoles Roles { get; set; }

    /// <summary>What <c>auth.me</c> tells of the account, for example PASSWORD_CHANGE_REQUIRED.</summary>
    public IReadOnlyList<string> AccountAttributes { get; set; } = ["LOCAL", "API_KEY"];

    public string HostId { get; }

    public string BootId { get; private set; } = Guid.NewGuid().ToString();

    public DateTimeOffset BootedAt { get; private set; }

    /// <summary>The objects of a collection, for example pool.query.</summary>
    public IReadOnlyList<SimulatedObject> All(string collection)
    {
        lock (_gate)
        {
            return [.. _objects.Where(each => each.Collection == collection)];
        }
    }

    /// <summary>Changes a member of an object and tells it.</summary>
    public void Change(SimulatedObject entity, string member, object? value)
    {
        lock (_gate)
        {
            entity.Set(member, value);
        }

        Changed?.Invoke(new(entity.Collection, "changed", entity.Id, entity.Members));
    }

    public void Remove(SimulatedObject entity)
    {
        lock (_gate)
        {
            _objects.Remove(entity);
        }

        Changed?.Invoke(new(entity.Collection, "removed", entity.Id, Fields: null));
    }

    /// <summary>Gives the system another boot id.</summary>
    public void Reboot(DateTimeOffset now) => (BootId, BootedAt) = (Guid.NewGuid().ToString(), now);
}
