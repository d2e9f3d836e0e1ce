namespace Pulse.PlatformConnections.Platforms;

/// <summary>One value that a field of the kind choice may have.</summary>
/// <param name="Value">As it is sent and stored.</param>
/// <param name="Label">As people read it.</param>
public sealed record FieldChoice(string Value, string Label);
