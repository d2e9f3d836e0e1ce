namespace Pulse.Access.Audit;

/// <summary>A page of the trail, newest entry first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="NextBefore">The key of the next page; null on the last page.</param>
internal sealed record AuditPage(IReadOnlyList<AuditLine> Entries, long? NextBefore);
