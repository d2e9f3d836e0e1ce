using System.Text.Json;
using Pulse.Access.Http;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Reads typed members from a JSON object, and collects the errors of all members at once.</summary>
internal sealed class BodyMembers(JsonElement body)
{
    public FieldErrors Errors { get; } = new();

    public bool Has(string member) => body.TryGetProperty(member, out _);

    public void Refuse(string member, string error) => Errors.Add(member, error);

    /// <summary>Refuses unknown members, so that a typing error does not look like a success.</summary>
    public void RefuseUnknown(IReadOnlyCollection<string> known, IReadOnlyCollection<string> ignored)
    {
        foreach (var member in body.EnumerateObject().Select(property => property.Name))
        {
            if (!known.Contains(member) && !ignored.Contains(member))
            {
                Refuse(member, $"Unknown member. Known are: {string.Join(", ", known)}.");
            }
        }
    }

    /// <summary>A text that a person types. A text that is sent back as it was stored causes no error.</summary>
    /// <returns>The text in its one form; the fallback if the member is omitted; null if it is removed, missing or wrong.</returns>
    public string? Text(string member, string? fallback, bool required, int maxLength, ForbiddenCharacters? forbidden = null)
    {
        var text = Given(member, fallback, required, maxLength, PlainText.OfPerson);
        if (text is null || text == fallback)
        {
            return text;
        }

        if (PlainText.FirstInvisible(text) is { } invisible)
        {
            Refuse(member, $"Must not contain {PlainText.NameOf(invisible)}: it cannot be seen. Delete it, or type the text by hand.");
        }
        else if (forbidden is not null && text.AsSpan().IndexOfAny(forbidden.Characters) is var index and >= 0)
        {
            Refuse(member, $"Must not contain '{text[index]}': {forbidden.Reason}");
        }

        return text;
    }

    /// <summary>A text that people copy from elsewhere, where an invisible character is always an accident.</summary>
    /// <returns>The text without invisible characters; null if it is missing or wrong.</returns>
    public string? Pasted(string member, int maxLength) =>
        Given(member, fallback: null, required: true, maxLength, text => PlainText.OfPerson(PlainText.WithoutInvisible(text)));

    private string? Given(string member, string? fallback, bool required, int maxLength, Func<string, string> clean)
    {
        if (!body.TryGetProperty(member, out var value))
        {
            if (required && string.IsNullOrEmpty(fallback))
            {
                Refuse(member, "Required.");
            }

            return fallback;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Refuse(member, "Required.");
            }

            return null;
        }

        if (AsString(value) is not { } given)
        {
            Refuse(member, "Must be a string.");
            return null;
        }

        var text = given == fallback ? given : clean(given);
        if (text.Length == 0 && required)
        {
            Refuse(member, "Required.");
        }
        else if (text.Length > maxLength)
        {
            Refuse(member, $"Must have at most {maxLength} characters.");
        }

        return text;
    }

    /// <summary>One of the values of a choice.</summary>
    /// <returns>The value; the fallback or else the first value if the member is omitted; null if it is removed or wrong.</returns>
    public string? Choice(ConnectionField field, string? fallback)
    {
        if (!body.TryGetProperty(field.Name, out var value))
        {
            return fallback ?? (field.Required ? field.Choices[0].Value : null);
        }

        if (value.ValueKind == JsonValueKind.Null && !field.Required)
        {
            return null;
        }

        var given = AsString(value);
        if (!field.Choices.Any(choice => choice.Value == given))
        {
            Refuse(field.Name, $"Must be one of: {string.Join(", ", field.Choices.Select(choice => choice.Value))}.");
        }

        return given;
    }

    public bool Flag(string member, bool fallback)
    {
        if (!body.TryGetProperty(member, out var value))
        {
            return fallback;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(member, "Must be true or false.");
        return fallback;
    }

    public int Number(string member, int fallback, int min, int max)
    {
        if (!body.TryGetProperty(member, out var value))
        {
            return fallback;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(member, $"Must be a whole number from {min} to {max}.");
        return fallback;
    }

    /// <summary>The unchanged member: null if it is omitted or JSON null.</summary>
    public JsonElement? Raw(string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <returns>Null unless the member is a string of valid Unicode: JSON can escape half a surrogate pair.</returns>
    public static string? AsString(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
