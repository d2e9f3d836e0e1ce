namespace Pulse.PlatformConnections.Platforms;

/// <summary>A field that a platform adds to a connection. Its value is a string.</summary>
/// <param name="Name">The member name in JSON, camelCase.</param>
/// <param name="Kind">Whether the value may be shown.</param>
/// <param name="Description">One sentence for the API document.</param>
/// <param name="Example">A value for the API document; never a working secret.</param>
public sealed record ConnectionField(string Name, ConnectionFieldKind Kind, string Description, string Example)
{
    /// <summary>The longest value taken, in characters.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>Whether a connection cannot do without it.</summary>
    public bool Required { get; init; } = true;

    /// <summary>
    /// Whether the value names the account: the same endpoint may be connected once per account, and refused logins
    /// are counted per endpoint and account.
    /// </summary>
    public bool IdentifiesAccount { get; init; }

    /// <summary>Characters that the platform cannot take in this field; null for none.</summary>
    public ForbiddenCharacters? Forbidden { get; init; }
}
