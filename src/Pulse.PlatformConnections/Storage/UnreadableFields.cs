namespace Pulse.PlatformConnections.Storage;

/// <summary>Stands for the unreadable fields of a row. The object is empty; the store keeps the stored text until an edit overwrites it.</summary>
internal sealed class UnreadableFields() : Dictionary<string, string>(StringComparer.Ordinal);
