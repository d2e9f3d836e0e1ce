namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// One poll or one test in progress: collects the steps and the certificate, and lets logins pass one at a time. A
/// provider wraps each of its steps in <see cref="StepAsync{T}"/> and each login in <see cref="LoginAsync{T}"/>.
/// </summary>
/// <param name="purpose">A poll or a test.</param>
/// <param name="target">The system.</param>
/// <param name="logins">Decides whether a login may be tried.</param>
/// <param name="clock">Measures the steps.</param>
/// <param name="limit">The time limit of the attempt; null for none.</param>
public sealed class Attempt(
    AttemptPurpose purpose, ConnectionTarget target, ILoginGate logins, TimeProvider clock, TimeSpan? limit = null)
{
    /// <summary>The summary of a step that failed before it had found something.</summary>
    internal const string NothingSaid = "Failed.";

    // Flows with the work of a step, so that a connection knows the attempt that uses it, and no provider must pass the attempt.
    private static readonly AsyncLocal<Attempt?> OfStep = new();

    private readonly AttemptTime _time = new(purpose, limit, clock);
    private readonly List<TestStep> _steps = [];
    private readonly Dictionary<string, Exception> _missed = new(StringComparer.Ordinal);
    private readonly List<ReportedName> _names = [];

    /// <summary>A poll or a test.</summary>
    public AttemptPurpose Purpose { get; } = purpose;

    /// <summary>
    /// The certificate of the system, even if it is refused. The connection sets it as soon as a step uses the connection, even if an earlier
    /// attempt opened the connection: each attempt checks the dates of the certificate.
    /// </summary>
    public CertificateSeen? Certificate { get; internal set; }

    /// <summary>
    /// The id of the system, if the provider knows it without a login. Refused logins are then also counted
    /// per system, whatever its host name is.
    /// </summary>
    public string? SystemId { get; set => field = value is null ? null : SystemText.Id(value); }

    /// <summary>The time that is left for the reads that a poll needs. A read that could take longer stops before, and keeps its data.</summary>
    public TimeSpan ReadTimeLeft => _time.LeftForReads;

    /// <summary>
    /// The progress of a read that is not complete, for instance <c>2400 objects so far</c>: the session keeps
    /// its data, and the next poll continues from there. Null if everything was read.
    /// </summary>
    public string? Progress { get; set; }

    /// <summary>The steps that ended so far, in order.</summary>
    public IReadOnlyList<TestStep> Steps => _steps;

    /// <summary>The running step, or the step that failed.</summary>
    public string? CurrentStep { get; private set; }

    /// <summary>Runs a step and records its outcome. Passes a failure on to the caller.</summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/>.</param>
    /// <param name="run">The work; may add a sentence or a warning to the step.</param>
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
    /// Runs a step that only a test takes. Records its failure, and the attempt continues. Does nothing in a poll.
    /// </summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/> or <see cref="PlatformDescriptor.OptionalSteps"/>.</param>
    /// <param name="run">The work, under a token that also ends at the time limit of an optional step.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="OperationCanceledException">The attempt was cancelled. A time limit does not throw: it is recorded as well.</exception>
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
    /// Runs work of a test within a step that a poll takes too. This work may take a third of the time that is left to
    /// the reads.
    /// </summary>
    /// <exception cref="PlatformFailureException">The work takes longer: a <see cref="FailureCategory.Timeout"/>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public Task WithinShareAsync(Func<CancellationToken, Task> run, CancellationToken cancellationToken) =>
        _time.WithinAsync(_time.ShareOfReads, run, cancellationToken);

    /// <summary>Cancelled if no caller waits for the attempt any more. Not cancelled by its time limit: after that, the data so far still counts.</summary>
    internal CancellationToken? Abandoned { get; init; }

    /// <summary>Called with each step as it ends. The attempt waits for the call, so the call must return at once.</summary>
    internal Action<TestStep>? StepEnded { get; init; }

    /// <summary>The attempt whose step runs the calling code; null outside of a step, for instance in a log-out between two polls.</summary>
    internal static Attempt? UnderWay => OfStep.Value;

    /// <summary>The names in the sentences of the steps.</summary>
    internal IReadOnlyList<ReportedName> ReportedNames => _names;

    /// <summary>The failed optional steps, each with its failure.</summary>
    internal IReadOnlyDictionary<string, Exception> Missed => _missed;

    /// <summary>Runs a step without a result.</summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/>.</param>
    /// <param name="run">The work; may add a sentence or a warning to the step.</param>
    public Task StepAsync(string name, Func<StepNotes, Task> run) =>
        StepAsync(name, async notes =>
        {
            await run(notes);
            return true;
        });

    /// <summary>
    /// Runs a login unless the account is on hold after refused logins; logins to the same account pass one at
    /// a time. The login reports a refusal by throwing <see cref="FailureCategory.AuthInvalid"/> or
    /// <see cref="FailureCategory.CredentialsExpired"/>.
    /// </summary>
    /// <exception cref="PlatformFailureException">The login failed, is on hold, or must not be sent to this system.</exception>
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

    // The description of the failure gives the cause, so that both say the same. The findings of the step are kept.
    private void Fail(string name, long started, StepNotes notes, FailureCategory category) =>
        Record(new TestStep(name, StepOutcome.Failed, Elapsed(started), notes.Said ?? NothingSaid, category));

    private void Record(TestStep step)
    {
        _steps.Add(step);
        StepEnded?.Invoke(step);
    }

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}
