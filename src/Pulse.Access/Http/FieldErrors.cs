namespace Pulse.Access.Http;

/// <summary>Collects the errors of all fields of a request, so that a client gets all of them in one answer.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _byField = new(StringComparer.Ordinal);

    /// <summary>Whether at least one field is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>The sentences of each wrong field.</summary>
    public IDictionary<string, string[]> ByField => _byField;

    /// <summary>Adds a sentence if a condition is not met.</summary>
    /// <param name="field">The field, named as in JSON.</param>
    /// <param name="ok">Whether the condition is met.</param>
    /// <param name="error">The error if the condition is not met.</param>
    public FieldErrors Check(string field, bool ok, string error) => ok ? this : Add(field, error);

    /// <summary>Adds a sentence.</summary>
    /// <param name="field">The field, named as in JSON.</param>
    /// <param name="error">The error; null if there is none.</param>
    public FieldErrors Add(string field, string? error)
    {
        if (error is not null)
        {
            _byField[field] = [.. _byField.GetValueOrDefault(field, []), error];
        }

        return this;
    }
}
