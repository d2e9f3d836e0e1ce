namespace Pulse.Simulation.TrueNas;

/// <summary>A change that subscribers of a collection are told.</summary>
internal sealed record CollectionChange(string Collection, string Message, object Id, IReadOnlyDictionary<string, object?>? Fields);
