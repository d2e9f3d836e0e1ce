using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections.Testing;

/// <summary>
/// One poll or one test under way: collects the steps and the certificate seen, and lets logins pass one at a time. A
/// provider wraps each of its steps in <see cref="StepAsync{T}"/> and each login in <see cref="LoginAsync{T}"/>.
/// </summary>
/// <param name="purpose">A poll or a test.</param>
/// <param name="target">The system.</param>
/// <param name="logins">Decides whether a login may be tried.</param>
/// <param name="clock">Measures the steps.</param>
/// <param name="optionalLimit">The longest that one optional step may take, so that none of them uses up the attempt.</param>
public sealed class Attempt(
    AttemptPurpose purpose, ConnectionTarget target, ILoginGate logins, TimeProvider clock, TimeSpan? optionalLimit = null)
{
    private readonly List<TestStep> _steps = [];
    private readonly Dictionary<string, Exception> _missed = new(StringComparer.Ordinal);

    /// <summary>A poll or a test.</summary>
    public AttemptPurpose Purpose { get; } = purpose;

    /// <summary>The certificate that the system showed. Set by whoever makes the connection, also when it is refused.</summary>
    public CertificateSeen? Certificate { get; set; }

    /// <summary>
    /// What identifies the system, once the provider has learnt it without logging in. Refused logins are then also counted
    /// per system, under whatever name it was reached.
    /// </summary>
    public string? SystemId { get; set; }

    /// <summary>The steps that ended so far, in order.</summary>
    public IReadOnlyList<TestStep> Steps => _steps;

    /// <summary>The step that is under way, or the one that failed.</summary>
    public string? CurrentStep { get; private set; }

    /// <summary>Runs a step and records how it ended. A failure goes on to the caller.</summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/>.</param>
    /// <param name="run">The work; may give the step its sentence or a warning.</param>
    public async Task<T> StepAsync<T>(string name, Func<StepNotes, Task<T>> run)
    {
        CurrentStep = name;
        var started = clock.GetTimestamp();
        var notes = new StepNotes();
        try
        {
            var result = await run(notes);
            _steps.Add(notes.ToStep(name, Elapsed(started)));
            CurrentStep = null;
            return result;
        }
        catch (PlatformFailureException failure)
        {
            Fail(name, started, failure.Category);
            throw;
        }
        catch (OperationCanceledException)
        {
            Fail(name, started, FailureCategory.Timeout);
            throw;
        }
        catch (Exception)
        {
            Fail(name, started, FailureCategory.Unknown);
            throw;
        }
    }

    /// <summary>
    /// Runs a step of a test that a poll does without. Its failure is noted, and the attempt goes on; in a poll nothing runs.
    /// </summary>
    /// <param name="name">One of <see cref="PlatformDescriptor.Steps"/> or <see cref="PlatformDescriptor.OptionalSteps"/>.</param>
    /// <param name="run">The work, under a token that also ends at the time limit of an optional step.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="OperationCanceledException">The attempt was cancelled, or its own time limit came.</exception>
    public async Task TryStepAsync(string name, Func<StepNotes, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        if (Purpose == AttemptPurpose.Poll)
        {
            return;
        }

        using var limit = new CancellationTokenSource(optionalLimit ?? Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await StepAsync(name, notes => run(notes, either.Token));
        }
        catch (Exception missed) when (!cancellationToken.IsCancellationRequested)
        {
            CurrentStep = null;
            _missed[name] = missed;
        }
    }

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
    /// a time. The login says that it was refused by throwing <see cref="FailureCategory.AuthInvalid"/>.
    /// </summary>
    /// <exception cref="PlatformFailureException">The login failed, or may not be tried now.</exception>
    public Task<T> LoginAsync<T>(Func<Task<T>> login, CancellationToken cancellationToken) =>
        logins.EnterAsync(target with { SystemId = SystemId }, login, cancellationToken);

    // Its sentence comes with the description of the failure, so that both say the same.
    private void Fail(string name, long started, FailureCategory category) =>
        _steps.Add(new TestStep(name, StepOutcome.Failed, Elapsed(started), "Failed.", category));

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}

/// <summary>What a step says about itself: a sentence, or a warning.</summary>
public sealed class StepNotes
{
    private TestStep _step = new("", StepOutcome.Passed, 0, "");

    /// <summary>The sentence of a step that passed.</summary>
    public void Say(string summary) => _step = _step with { Summary = summary };

    /// <summary>Marks the step as one that should be looked at.</summary>
    public void Warn(FailureCategory category, string summary, string remedy) =>
        _step = _step with { Outcome = StepOutcome.Warning, Summary = summary, Category = category, Remedy = remedy };

    internal TestStep ToStep(string name, long durationMs) => _step with { Name = name, DurationMs = durationMs };
}

/// <summary>Why a system is read.</summary>
public enum AttemptPurpose
{
    /// <summary>By the schedule.</summary>
    Poll,

    /// <summary>Because an admin asked.</summary>
    Test,
}

/// <summary>Decides whether a login may be tried, and counts the refused ones, over all connections, polls and tests.</summary>
public interface ILoginGate
{
    /// <summary>Runs the login when it may be tried.</summary>
    /// <exception cref="PlatformFailureException">The login failed, or may not be tried now.</exception>
    Task<T> EnterAsync<T>(ConnectionTarget target, Func<Task<T>> login, CancellationToken cancellationToken);
}
