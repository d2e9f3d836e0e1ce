namespace Pulse.Access.Audit;

/// <summary>
/// The append-only record of all actions. The other modules write to the record through this interface.
/// </summary>
/// <remarks>
/// Actor and address come from the current HTTP request: the signed-in admin, the name of the API token, or
/// <c>anonymous</c>. Work without a request (a scheduled poll) is recorded as <c>pulse</c>.
/// <para>
/// An entry is written over a separate connection. Record after the commit, never inside an open transaction: SQLite has
/// one writer at a time, so the entry would wait for the transaction that waits for it.
/// </para>
/// </remarks>
public interface IAuditTrail
{
    /// <summary>
    /// Appends one entry. Never throws because the store failed: the action has happened, and an error answer would make the
    /// client repeat it. Pulse logs a lost entry as an error instead.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">
    /// Ends the wait, not the write: a client that disconnects right after its request is still recorded.
    /// </param>
    Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken);
}
