namespace Pulse.Access.Http;

/// <summary>Collects what is wrong with the fields of a request, so that a client learns all of it in one round.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _byField = new(StringComparer.Ordinal);

    /// <summary>Whether at least one field is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>The sentences of each faulty field.</summary>
    public IDictionary<string, string[]> ByField => _byField;

    /// <summary>Adds a sentence when a condition is not met.</summary>
    /// <param name="field">The field, named as in JSON.</param>
    /// <param name="ok">Whether the condition is met.</param>
    /// <param name="error">What is wrong otherwise.</param>
    public FieldErrors Check(string field, bool ok, string error) => ok ? this : Add(field, error);

    /// <summary>Adds a sentence.</summary>
    /// <param name="field">The field, named as in JSON.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public FieldErrors Add(string field, string? error)
    {
        if (error is not null)
        {
            _byField[field] = [.. _byField.GetValueOrDefault(field, []), error];
        }

        return this;
    }
}
