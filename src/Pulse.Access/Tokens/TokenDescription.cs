using Pulse.Access.Storage;

namespace Pulse.Access.Tokens;

/// <summary>A token as the list shows it, without the token itself.</summary>
internal sealed record TokenDescription(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTime CreatedAt,
    DateTime? ExpiresAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt)
{
    public static TokenDescription From(ApiToken token) => new(
        token.Id,
        token.Name,
        Authorization.Scopes.Split(token.Scopes),
        token.CreatedAt.UtcDateTime,
        token.ExpiresAt?.UtcDateTime,
        token.LastUsedAt?.UtcDateTime,
        token.RevokedAt?.UtcDateTime);
}
