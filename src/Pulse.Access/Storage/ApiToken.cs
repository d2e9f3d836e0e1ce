namespace Pulse.Access.Storage;

internal sealed class ApiToken
{
    public const int MaxNameLength = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name in the form that is used for comparisons, as long as this token holds the name; unique.</summary>
    public required string? ActiveName { get; set; }

    public required byte[] Hash { get; init; }

    /// <summary>Separated by spaces, as in OAuth: one plain column for every database.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
