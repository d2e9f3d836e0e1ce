using Pulse.Access.Storage;

namespace Pulse.Access.Tokens;

/// <summary>The only answer that holds the token. A class, not a record: a generated ToString() would print it.</summary>
internal sealed class CreatedToken
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required DateTime? ExpiresAt { get; init; }

    /// <summary>Shown once: Pulse keeps a hash only.</summary>
    public required string Token { get; init; }

    public static CreatedToken From(ApiToken token, string secret) => new()
    {
        Id = token.Id,
        Name = token.Name,
        Scopes = Authorization.Scopes.Split(token.Scopes),
        ExpiresAt = token.ExpiresAt?.UtcDateTime,
        Token = secret,
    };
}
