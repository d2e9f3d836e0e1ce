namespace Pulse.Access.Storage;

internal sealed class AdminAccount
{
    /// <summary>Pulse has one account. Its name is the key, so that two setups at the same time cannot create two accounts.</summary>
    public const string Name = "admin";

    public string UserName { get; init; } = Name;

    public required string PasswordHash { get; set; }

    /// <summary>Every session carries a copy; a new stamp ends all sessions.</summary>
    public required string SecurityStamp { get; set; }

    public int FailedCount { get; set; }

    public DateTimeOffset? FirstFailureAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
