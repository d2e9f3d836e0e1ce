namespace Pulse.PlatformConnections.Connections;

/// <summary>The outcome of a use case: a value, or the reason why it did nothing.</summary>
internal sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, ConnectionRefusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null if there is a refusal.</summary>
    public T? Value { get; }

    /// <summary>The reason; null if there is a value.</summary>
    public ConnectionRefusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(ConnectionRefusal refusal) => new(null, refusal);
}
