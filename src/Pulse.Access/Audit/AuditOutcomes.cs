namespace Pulse.Access.Audit;

/// <summary>The outcomes of actions. Readers of the trail filter by these words: never rename one.</summary>
internal static class AuditOutcomes
{
    public const string Succeeded = "succeeded";
    public const string Refused = "refused";
    public const string Locked = "locked";
}
