namespace Pulse.Testing;

/// <summary>One number that an instrument measured, with its labels.</summary>
public sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
