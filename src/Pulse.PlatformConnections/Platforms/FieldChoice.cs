namespace Pulse.PlatformConnections.Platforms;

/// <summary>One value of a field of the kind choice.</summary>
/// <param name="Value">The value in JSON and in the store.</param>
/// <param name="Label">The label in a form.</param>
public sealed record FieldChoice(string Value, string Label);
