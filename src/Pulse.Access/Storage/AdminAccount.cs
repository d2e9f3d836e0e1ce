namespace Pulse.Access.Storage;

internal sealed class AdminAccount
{
    /// <summary>Pulse has one account. Its name is the key, so that two set-ups at once cannot make two.</summary>
    public const string Name = "admin";

    public string UserName { get; init; } = Name;

    public required string PasswordHash { get; set; }

    /// <summary>Every session carries a copy; a new stamp ends them all.</summary>
    public required string SecurityStamp { get; set; }

    public int FailedCount { get; set; }

    public DateTimeOffset? FirstFailureAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
