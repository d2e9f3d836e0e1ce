namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// One poll or one test under way: collects the steps and the certificate seen, and lets logins pass one at a time. A
/// provider wraps each of its steps in <see cref="StepAsync{T}"/> and each login in <see cref="LoginAsync{T}"/>.
/// </summary>
/// <param name="purpose">A poll or a test.</param>
/// <param name="target">The system.</param>
/// <param name="logins">Decides whether a login may be tried.</param>
/// <param name="clock">Measures the steps.</param>
/// <param name="limit">How long the attempt may take; null for as long as it takes.</param>
public sealed class Attempt(
    AttemptPurpose purpose, ConnectionTarget target, ILoginGate logins, TimeProvider clock, TimeSpan? limit = null)
{
    /// <summary>The summary of a step that failed before it had found out anything.</summary>
    internal const string NothingSaid = "Failed.";

    // Flows with the work of a step, so that a connection knows for which attempt it is used, and no provider has to tell it.
    private static readonly AsyncLocal<Attempt?> OfStep = new();

    private readonly AttemptTime _time = new(purpose, limit, clock);
    private readonly List<TestStep> _steps = [];
    private readonly Dictionary<string, Exception> _missed = new(StringComparer.Ordinal);
    private readonly List<ReportedName> _names = [];

    /// <summary>A poll or a test.</summary>
    public AttemptPurpose Purpose { get; } = purpose;

    /// <summary>
    /// The certificate that the system showed, also when it is refused. The connection sets it, also one that an earlier attempt made,
    /// as soon as a step uses it: each attempt looks at the dates of the certificate.
    /// </summary>
    public CertificateSeen? Certificate { get; internal set; }

    /// <summary>
    /// What identifies the system, once the provider has learnt it without logging in. Refused logins are then also counted
    /// per system, under whatever name it was reached.
    /// </summary>
    public string? SystemId { get; set => field = value is null ? null : SystemText.Id(value); }

    /// <summary>How much longer the reads that a poll needs may go on. A read that could take longer stops before, and keeps what it has.</summary>
    public TimeSpan ReadTimeLeft => _time.LeftForReads;

    /// <summary>
    /// Says how far a read came that did not come to its end, for instance <c>2400 objects so far</c>: the session keeps
    /// what was read, and the next poll goes on from there. Null when everything was read.
    /// </summary>
    public string? Progress { get; set; }

    /// <summary>The steps that ended so far, in order.</summary>
    public IReadOnlyList<TestStep> Steps => _steps;

    /// <summary>The step that is under way, or the one that failed.</summary>
    public string? CurrentStep { get; private set; }

    /// <summary>Runs a step and records how it ended. A failure goes on to the caller.</summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/>.</param>
    /// <param name="run">The work; may give the step its sentence or a warning.</param>
    public async Task<T> StepAsync<T>(string name, Func<StepNotes, Task<T>> run)
    {
        OfStep.Value = this;
        CurrentStep = name;
        var started = clock.GetTimestamp();
        var notes = new StepNotes();
        try
        {
            var result = await run(notes);
            Record(notes.ToStep(name, Elapsed(started)));
            CurrentStep = null;
            return result;
        }
        catch (PlatformFailureException failure)
        {
            _names.AddRange(failure.ReportedNames);
            Fail(name, started, notes, failure.Category);
            throw;
        }
        catch (OperationCanceledException)
        {
            Fail(name, started, notes, FailureCategory.Timeout);
            throw;
        }
        catch (Exception)
        {
            Fail(name, started, notes, FailureCategory.Unknown);
            throw;
        }
        finally
        {
            _names.AddRange(notes.ReportedNames);
        }
    }

    /// <summary>
    /// Runs a step of a test that a poll does without. Its failure is noted, and the attempt goes on; in a poll nothing runs.
    /// </summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/> or <see cref="PlatformDescriptor.OptionalSteps"/>.</param>
    /// <param name="run">The work, under a token that also ends at the time limit of an optional step.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="OperationCanceledException">The attempt was abandoned. Its time limit is no reason: it is noted as well.</exception>
    public async Task TryStepAsync(string name, Func<StepNotes, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        if (Purpose == AttemptPurpose.Poll)
        {
            return;
        }

        try
        {
            await StepAsync(name, notes => _time.WithinAsync(_time.ShareOfStep, token => run(notes, token), cancellationToken));
        }
        catch (Exception missed) when (!(Abandoned ?? cancellationToken).IsCancellationRequested)
        {
            CurrentStep = null;
            _missed[name] = missed;
        }
    }

    /// <summary>
    /// Runs, within a step that a poll takes too, what only a test does. It may take a third of the time that is left to
    /// the reads.
    /// </summary>
    /// <exception cref="PlatformFailureException">It takes longer: a <see cref="FailureCategory.Timeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public Task WithinShareAsync(Func<CancellationToken, Task> run, CancellationToken cancellationToken) =>
        _time.WithinAsync(_time.ShareOfReads, run, cancellationToken);

    /// <summary>Cancelled when nobody waits for the attempt any more; not by its time limit, after which what was read still counts.</summary>
    internal CancellationToken? Abandoned { get; init; }

    /// <summary>Called with each step as it ends. The attempt waits for it, so it must not wait for anybody.</summary>
    internal Action<TestStep>? StepEnded { get; init; }

    /// <summary>The attempt whose step the caller works for; null outside of a step, for instance in a log-out between two polls.</summary>
    internal static Attempt? UnderWay => OfStep.Value;

    /// <summary>The names that the steps speak of.</summary>
    internal IReadOnlyList<ReportedName> ReportedNames => _names;

    /// <summary>The optional steps that failed, each with what failed it.</summary>
    internal IReadOnlyDictionary<string, Exception> Missed => _missed;

    /// <summary>Runs a step that gives nothing back.</summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/>.</param>
    /// <param name="run">The work; may give the step its sentence or a warning.</param>
    public Task StepAsync(string name, Func<StepNotes, Task> run) =>
        StepAsync(name, async notes =>
        {
            await run(notes);
            return true;
        });

    /// <summary>
    /// Runs a login unless the account has to be left alone after refused ones; logins to the same account pass one at
    /// a time. The login says that it was refused by throwing <see cref="FailureCategory.AuthInvalid"/> or
    /// <see cref="FailureCategory.CredentialsExpired"/>.
    /// </summary>
    /// <exception cref="PlatformFailureException">The login failed, or may not be tried now, or not at this system.</exception>
    public Task<T> LoginAsync<T>(Func<Task<T>> login, CancellationToken cancellationToken) =>
        OtherSystemException.Find(target, SystemId, Purpose) is { } other ? throw other : logins.EnterAsync(
            target with { SystemId = SystemId },
            Purpose,
            () =>
            {
                target.LoginTried?.Invoke();
                return login();
            },
            cancellationToken);

    // Why it failed comes with the description of the failure, so that both say the same. What it had found out is kept.
    private void Fail(string name, long started, StepNotes notes, FailureCategory category) =>
        Record(new TestStep(name, StepOutcome.Failed, Elapsed(started), notes.Said ?? NothingSaid, category));

    private void Record(TestStep step)
    {
        _steps.Add(step);
        StepEnded?.Invoke(step);
    }

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}
