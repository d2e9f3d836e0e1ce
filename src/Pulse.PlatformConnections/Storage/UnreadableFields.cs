namespace Pulse.PlatformConnections.Storage;

/// <summary>Stands for the fields of a row that cannot be read. It is empty; the store keeps what it holds until an edit overwrites it.</summary>
internal sealed class UnreadableFields() : Dictionary<string, string>(StringComparer.Ordinal);
