using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Pulse.Access.Http;
using Pulse.Access.Storage;
using Pulse.Access.Texts;

namespace Pulse.Access.Tokens;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateTokenRequest(
    [property: Required] string? Name, [property: Required] IReadOnlyList<string?>? Scopes, int? ExpiresInDays = null)
{
    private const int MaxDays = 3650;

    internal string PlainName => PlainText.OfPerson(Name ?? "");

    public FieldErrors Check() => new FieldErrors()
        .Check("name", PlainName.Length is >= 1 and <= ApiToken.MaxNameLength, $"1 to {ApiToken.MaxNameLength} characters.")
        .Add("name", PlainText.FirstInvisible(PlainName) is { } invisible
            ? $"Must not contain {PlainText.NameOf(invisible)}: it cannot be seen. Delete it, or type the text by hand."
            : null)
        .Check("scopes", Scopes is { Count: > 0 } && Scopes.All(Authorization.Scopes.Grantable.Contains), ScopesAllowed)
        .Check("expiresInDays", ExpiresInDays is null or (>= 1 and <= MaxDays), $"1 to {MaxDays} days, or null for no expiry.");

    private static string ScopesAllowed => $"At least one of: {string.Join(", ", Authorization.Scopes.Grantable)}.";
}
