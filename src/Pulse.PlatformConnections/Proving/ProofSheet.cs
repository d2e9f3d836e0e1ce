using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>
/// The rows of a proof while it runs. Each row is asked within a time limit, and a failure is a finding. After a failure that leaves
/// nothing more to ask, such as a refused login, the other rows are not tried.
/// </summary>
public sealed class ProofSheet
{
    private static readonly TimeSpan RowLimit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, ProofAnswer> _answers = new(StringComparer.Ordinal);
    private readonly List<ReportedName> _names = [];
    private readonly IReadOnlyList<ProofRow> _rows;
    private readonly Func<PlatformFailureException, Failure> _describe;
    private readonly Action<ProofAnswer> _answered;
    private readonly TimeProvider _clock;

    internal ProofSheet(
        IReadOnlyList<ProofRow> rows, Func<PlatformFailureException, Failure> describe, Action<ProofAnswer> answered, TimeProvider clock) =>
        (_rows, _describe, _answered, _clock) = (rows, describe, answered, clock);

    /// <summary>The reason why no more rows are asked; null if there is none.</summary>
    internal Failure? Ended { get; private set; }

    /// <summary>Whether the last rows are asked, which look back: they are asked in every case.</summary>
    internal bool LooksBack { get; set; }

    /// <summary>The number of rows with an outcome.</summary>
    internal int Count(ProofOutcome outcome) => _answers.Values.Count(answer => answer.Outcome == outcome);

    /// <summary>Names in findings, so that the record can replace them.</summary>
    internal IReadOnlyCollection<ReportedName> ReportedNames => _names;

    /// <summary>Notes a name that findings or failures may contain, so that the record replaces it.</summary>
    public void Name(ReportedNameKind kind, string name) => _names.Add(new(kind, name));

    /// <summary>Asks one row.</summary>
    /// <param name="id">The row.</param>
    /// <param name="ask">Finds the answer; its token ends with the time limit of the row.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    /// <exception cref="OperationCanceledException">The proof was ended.</exception>
    public async Task AskAsync(string id, Func<CancellationToken, Task<ProofFinding>> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsClosed)
        {
            return;
        }

        var started = _clock.GetTimestamp();
        using var limit = new CancellationTokenSource(RowLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            Note(id, await ask(either.Token), started);
        }
        catch (PlatformFailureException failure) when (!cancellationToken.IsCancellationRequested)
        {
            NoteFailure(id, _describe(failure), started, ends: false);
        }
        catch (ReportedFailureException reported)
        {
            NoteFailure(id, reported.Failure, started, reported.Ends);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Note(id, ProofFinding.Fail($"No answer within {RowLimit.TotalSeconds:0} s."), started);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // The message may quote an answer of the system.
            Note(id, ProofFinding.Fail($"Pulse could not find out: {defect.GetType().Name}, a defect to report."), started);
        }
    }

    /// <summary>Notes the answer of a row that needs no question.</summary>
    public void Note(string id, ProofFinding finding)
    {
        if (!IsClosed)
        {
            Note(id, finding, _clock.GetTimestamp());
        }
    }

    private bool IsClosed => Ended is not null && !LooksBack;

    private void NoteFailure(string id, Failure failure, long started, bool ends)
    {
        Note(id, ProofFinding.Fail($"{ProofWords.Of(failure.Category)}: {failure.Message}{(failure.Detail is null ? "" : $" ({failure.Detail})")}"), started);
        if (ends || LeavesNothingToAsk(failure.Category))
        {
            Ended ??= failure;
        }
    }

    /// <summary>All rows in order; those that were not asked say so.</summary>
    internal IReadOnlyList<ProofAnswer> ToAnswers(string notAsked) =>
    [
        .. _rows.Select(row => _answers.GetValueOrDefault(row.Id) ?? new(row.Id, row.Title, ProofOutcome.NotRun, notAsked, 0)),
    ];

    private void Note(string id, ProofFinding finding, long started)
    {
        var row = _rows.FirstOrDefault(candidate => candidate.Id == id) ?? throw new InvalidOperationException($"No row '{id}' was declared.");
        var answer = new ProofAnswer(id, row.Title, finding.Outcome, SystemText.Sentence(finding.Text), (long)_clock.GetElapsedTime(started).TotalMilliseconds);
        _answers[id] = answer;
        _answered(answer);
    }

    // A refused login is never tried again, and a system that is gone does not answer any more.
    private static bool LeavesNothingToAsk(FailureCategory category) => category is not
        (FailureCategory.PermissionDenied or FailureCategory.Protocol or FailureCategory.Timeout or FailureCategory.RateLimited
            or FailureCategory.Unavailable or FailureCategory.Unknown);
}
