using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>A field of a platform, as a form needs it.</summary>
internal sealed record FieldDocument
{
    /// <summary>The member of a connection.</summary>
    public required string Name { get; init; }

    public required ConnectionFieldKind Kind { get; init; }

    public required string Label { get; init; }

    public required string Description { get; init; }

    /// <summary>A sentence below the field.</summary>
    public required string? Hint { get; init; }

    /// <summary>The text that an empty field shows.</summary>
    public required string? Placeholder { get; init; }

    public required int MaxLength { get; init; }

    /// <summary>Whether the field is required. A field that is not required can be cleared, a secret with an empty text.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether the value names the account.</summary>
    public required bool IdentifiesAccount { get; init; }

    /// <summary>Characters that the field cannot hold.</summary>
    public required ForbiddenCharacters? Forbidden { get; init; }

    /// <summary>The values of a choice. The first is the default.</summary>
    public required IReadOnlyList<FieldChoice> Choices { get; init; }

    /// <summary>The default of a switch.</summary>
    public required bool IsOnByDefault { get; init; }

    public static FieldDocument From(ConnectionField field) => new()
    {
        Name = field.Name,
        Kind = field.Kind,
        Label = field.Label,
        Description = field.Description,
        Hint = field.Hint,
        Placeholder = field.Placeholder,
        MaxLength = field.MaxLength,
        Required = field.Required,
        IdentifiesAccount = field.IdentifiesAccount,
        Forbidden = field.Forbidden,
        Choices = field.Choices,
        IsOnByDefault = field.IsOnByDefault,
    };
}
