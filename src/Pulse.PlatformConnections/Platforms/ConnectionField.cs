namespace Pulse.PlatformConnections.Platforms;

/// <summary>A field that a platform adds to a connection.</summary>
/// <param name="Name">The member name in JSON, camelCase, stable for ever.</param>
/// <param name="Kind">What its value is, and whether it may be shown.</param>
/// <param name="Label">Its name in a form, for instance <c>User name</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record ConnectionField(string Name, ConnectionFieldKind Kind, string Label, string Description)
{
    /// <summary>A value for the API document; never a working secret.</summary>
    public string Example { get; init; } = "";

    /// <summary>A sentence below the field in a form; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>What an empty field shows in a form; null for nothing.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The longest value taken, in characters.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>Whether a connection cannot do without it. A field that is not required can be cleared, a secret with an empty text.</summary>
    public bool Required { get; init; } = true;

    /// <summary>
    /// Whether the value names the account: the same endpoint may be connected once per account, and refused logins
    /// are counted per endpoint and account.
    /// </summary>
    public bool IdentifiesAccount { get; init; }

    /// <summary>Characters that the platform cannot take in this field; null for none.</summary>
    public ForbiddenCharacters? Forbidden { get; init; }

    /// <summary>The values of a choice, in the order of a form. The first is the default.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Whether a switch is on when nothing is said.</summary>
    public bool IsOnByDefault { get; init; }
}
