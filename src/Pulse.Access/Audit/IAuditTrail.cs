namespace Pulse.Access.Audit;

/// <summary>
/// The append-only record of who did what. The seam by which the other modules write to it.
/// </summary>
/// <remarks>
/// Actor and address come from the current HTTP request: the signed-in admin, the name of the API token, or
/// <c>anonymous</c>. Work without a request (a scheduled poll) is recorded as <c>pulse</c>.
/// <para>
/// An entry is written over a connection of its own. Record after the commit, never inside an open transaction: SQLite has
/// one writer at a time, so the entry would wait for the transaction that waits for it.
/// </para>
/// </remarks>
public interface IAuditTrail
{
    /// <summary>
    /// Appends one entry. It never throws because the store failed: what was done is done, and an answer that says
    /// otherwise would make the client repeat it. A lost entry is logged as an error instead.
    /// </summary>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellationToken">
    /// Ends the wait, not the write: a client that hangs up right after its request cannot keep itself off the record.
    /// </param>
    Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken);
}
