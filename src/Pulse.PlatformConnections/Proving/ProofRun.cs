using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;

namespace Pulse.PlatformConnections.Proving;

/// <summary>One proof of one system, from the draft test to the record.</summary>
public sealed class ProofRun
{
    /// <summary>The time limit of a proof. After that the remaining rows are not asked.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly PlatformRegistry _platforms;
    private readonly IEnumerable<IPlatformProof> _proofs;
    private readonly ExchangeLog _log;
    private readonly ReportedNameLog _mentions;
    private readonly LocalPollers _pollers;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _startedAt;
    private readonly long _started;
    private ProofRequest? _request;
    private PlatformDescriptor? _platform;
    private ConnectionTarget? _target;
    private ISystemProof? _proof;
    private ProofSheet? _sheet;
    private SharedProof? _shared;
    private ProofEnd? _cut;

    internal ProofRun(
        PlatformRegistry platforms, IEnumerable<IPlatformProof> proofs, ExchangeLog log, ReportedNameLog mentions, LocalPollers pollers, TimeProvider clock)
    {
        (_platforms, _proofs, _log, _mentions, _pollers, _clock) = (platforms, proofs, log, mentions, pollers, clock);
        (_startedAt, _started) = (clock.GetUtcNow(), clock.GetTimestamp());
    }

    /// <summary>The keys of the platforms that can be proven.</summary>
    public IEnumerable<string> Platforms => _platforms.Platforms.Select(platform => platform.Key);

    private ProofSheet Sheet => _sheet ?? throw new InvalidOperationException("Nothing was prepared.");

    private SharedProof Shared => _shared ?? throw new InvalidOperationException("Nothing was asked.");

    /// <summary>Reads the settings of a saved connection from the store of an installation. Only reads.</summary>
    /// <param name="request">The request; its own values replace saved ones.</param>
    /// <param name="id">The connection.</param>
    /// <param name="readOnly">Opens the store for reading.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Null if no connection of the platform has this id.</returns>
    public Task<ProofRequest?> FindSavedAsync(
        ProofRequest request, Guid id, Action<DbContextOptionsBuilder> readOnly, CancellationToken cancellationToken) =>
        SavedSettings.FindAsync(request, id, _platforms[request.Platform].Platform, readOnly, cancellationToken);

    /// <summary>Checks the settings before anything is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answered">Gets each row as it is answered, with its names replaced.</param>
    /// <param name="errors">The errors of the settings, by field.</param>
    public bool TryPrepare(ProofRequest request, Action<ProofAnswer> answered, [NotNullWhen(false)] out IDictionary<string, string[]>? errors)
    {
        (_request, _platform) = (request, _platforms[request.Platform].Platform);
        (_target, errors) = ProofDraft.Read(request, _platform);
        if (_target is null)
        {
            return false;
        }

        errors = null;
        var proof = _proofs.FirstOrDefault(candidate => candidate.Platform == request.Platform);
        _proof = proof?.Begin(_target);
        _sheet = new ProofSheet(
            [.. SharedRows.First, .. proof?.Rows ?? [], .. SharedRows.Last],
            failure => FailureWords.Describe(failure, _platform, _target, step: null),
            answer => answered(Redaction().Of(answer)),
            _clock);
        _log.Begin(_proof, request.Bundle);
        return true;
    }

    /// <summary>Asks every row that needs a running Pulse. Ends early if a failure leaves nothing to ask.</summary>
    /// <param name="address">The address of Pulse.</param>
    /// <param name="token">A token for its API.</param>
    /// <param name="interrupted">Cancelled when the administrator ends the proof.</param>
    public async Task AskAsync(Uri address, string token, CancellationToken interrupted)
    {
        using var limit = new CancellationTokenSource(Limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, interrupted);
        using var api = new PulseApi(address, token, _request!.Platform);
        _shared = new SharedProof(api, _log, _pollers, Sheet, _request, _platform!, _clock);
        try
        {
            await _shared.AskFirstAsync(either.Token);
            await (_proof?.AskAsync(Sheet, either.Token) ?? Task.CompletedTask);
            await _shared.AskLastAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            _cut = interrupted.IsCancellationRequested ? ProofEnd.Interrupted : ProofEnd.TimedOut;
        }
    }

    /// <summary>
    /// Asks the rows that need a stopped Pulse, whose sessions have ended. Also if the proof was interrupted or ended
    /// early, so that the record shows a session that was left open.
    /// </summary>
    public async Task AskAtEndAsync()
    {
        Sheet.LooksBack = true;
        using var limit = new CancellationTokenSource(EndLimit, _clock);
        try
        {
            await (_proof?.AskAtEndAsync(Sheet, limit.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            _cut ??= ProofEnd.TimedOut;
        }

        var deviations = _log.Deviations().Select(seen => seen.Deviation).ToList();
        var unknown = deviations.Count(deviation => deviation.KnownReason is null);
        Sheet.Note(
            SharedRows.Contract,
            _proof is null ? ProofFinding.NotRun("The platform has no description of its API to compare with.")
            : ProofFinding.Of(
                unknown == 0,
                $"{_log.Checked} of {_log.Count} exchanges were compared: {unknown} kinds of deviations, and {deviations.Count - unknown} that are known."));
    }

    /// <summary>The result in a few words.</summary>
    public string Summary => $"{RecordPage.Result(End)}: {Sheet.Count(ProofOutcome.Pass)} passed, {Sheet.Count(ProofOutcome.Fail)} failed";

    /// <summary>Writes the record, with all names replaced.</summary>
    /// <returns>Its path, without the ending of either file.</returns>
    public async Task<string> WriteAsync(string directory, CancellationToken cancellationToken)
    {
        var path = await RecordFiles.WriteAsync(ToRecord(), directory, cancellationToken);
        if (_request!.Bundle && _proof is not null)
        {
            await BundleFile.WriteAsync($"{path}{BundleFile.Ending}", _log.Kept(), _proof, cancellationToken);
        }

        return path;
    }

    private ProofRecord ToRecord()
    {
        var observed = Shared.Observed;
        return Redaction().Of(new ProofRecord
        {
            Schema = ProofRecord.CurrentSchema,
            StartedAt = _startedAt,
            DurationMs = (long)_clock.GetElapsedTime(_started).TotalMilliseconds,
            Alias = _request!.Alias,
            PulseVersion = typeof(ProofRun).Assembly.GetName().Version?.ToString(3) ?? "",
            End = End,
            Failure = Sheet.Ended,
            System = observed is null ? null : new(
                _request.Platform,
                observed.Product,
                observed.Version,
                observed.Build,
                observed.Details.ToDictionary(detail => detail.Key, detail => detail.Value.ToString(), StringComparer.Ordinal)),
            Rows = Sheet.ToAnswers(NotAsked()),
            Steps = Shared.Steps,
            Traffic = new(
                _log.Count,
                Shared.RequestsOfPolls,
                _log.Checked,
                _log.ByOperation(),
                [.. _log.Deviations().Select(seen => new SeenDeviation(seen.Deviation.Operation, seen.Deviation.Place, seen.Deviation.Text, seen.Deviation.KnownReason, seen.Times))]),
        });
    }

    /// <summary>How the proof ended.</summary>
    public ProofEnd End => _cut ?? Sheet.Ended?.Category switch
    {
        null => Sheet.Count(ProofOutcome.Fail) > 0 ? ProofEnd.Failed : ProofEnd.Passed,
        FailureCategory.WrongSystem => ProofEnd.WrongSystem,
        FailureCategory.UnsupportedVersion => ProofEnd.TooOld,
        FailureCategory.TlsUntrusted or FailureCategory.TlsExpired or FailureCategory.TlsNameMismatch or FailureCategory.TlsPinMismatch => ProofEnd.Untrusted,
        FailureCategory.AuthInvalid or FailureCategory.CredentialsExpired => ProofEnd.Refused,
        FailureCategory.Unreachable or FailureCategory.NameResolution or FailureCategory.Timeout or FailureCategory.AddressNotAllowed =>
            _log.Count == 0 ? ProofEnd.Unreachable : ProofEnd.BrokeOff,
        _ => ProofEnd.Failed,
    };

    private string NotAsked() => (_cut, Sheet.Ended) switch
    {
        (ProofEnd.Interrupted, _) => "Not asked: the proof was interrupted.",
        (ProofEnd.TimedOut, _) => $"Not asked: the time limit of {Limit.TotalSeconds:0} s was reached.",
        (_, { } failure) => $"Not asked, because of {ProofWords.Of(failure.Category)}.",
        _ => "Not asked.",
    };

    private RecordRedaction Redaction() => new(_request!, _target!, _platform!, [.. _mentions.All, .. Sheet.ReportedNames], _shared);
}
