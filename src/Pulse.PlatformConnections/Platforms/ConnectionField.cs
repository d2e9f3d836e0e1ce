namespace Pulse.PlatformConnections.Platforms;

/// <summary>A field that a platform adds to a connection.</summary>
/// <param name="Name">The member name in JSON, camelCase, never changed.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Label">The name in a form, for instance <c>User name</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record ConnectionField(string Name, ConnectionFieldKind Kind, string Label, string Description)
{
    /// <summary>A value for the API document; never a working secret.</summary>
    public string Example { get; init; } = "";

    /// <summary>A sentence below the field in a form; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>The text that an empty field shows in a form; null for none.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The longest accepted value, in characters.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>Whether the field is required. A field that is not required can be cleared, a secret with an empty text.</summary>
    public bool Required { get; init; } = true;

    /// <summary>
    /// Whether the value names the account: one connection is allowed for each endpoint and account, and refused logins
    /// are counted for each endpoint and account.
    /// </summary>
    public bool IdentifiesAccount { get; init; }

    /// <summary>Characters that the platform does not accept in this field; null for none.</summary>
    public ForbiddenCharacters? Forbidden { get; init; }

    /// <summary>The values of a choice, in the order of a form. The first is the default.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>The default of a switch.</summary>
    public bool IsOnByDefault { get; init; }
}
