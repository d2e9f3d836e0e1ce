namespace Pulse.Access.Audit;

/// <summary>How it ended. Readers of the trail filter by these words, too: never rename one.</summary>
internal static class AuditOutcomes
{
    public const string Succeeded = "succeeded";
    public const string Refused = "refused";
    public const string Locked = "locked";
}
