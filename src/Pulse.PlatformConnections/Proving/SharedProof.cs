using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Does the work of an administrator over the API: test a draft, save, list, edit, test again, poll, delete.</summary>
internal sealed class SharedProof(
    PulseApi api, ExchangeLog log, LocalPollers pollers, ProofSheet sheet, ProofRequest request, PlatformDescriptor platform, TimeProvider clock)
{
    private const int CountedPolls = 10;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly List<int> _requestsOfPolls = [];
    private string _id = "";

    /// <summary>The steps of the draft test.</summary>
    public IReadOnlyList<TestStep> Steps { get; private set; } = [];

    /// <summary>The data of the last successful read.</summary>
    public Observed? Observed { get; private set; }

    public CertificateSeen? Certificate { get; private set; }

    public IReadOnlyList<int> RequestsOfPolls => _requestsOfPolls;

    public async Task AskFirstAsync(CancellationToken cancellationToken)
    {
        await sheet.AskAsync(SharedRows.DraftTest, TestDraftAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.PinRefused, RefuseOtherPinAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.PinAccepted, AcceptPinAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.Create, CreateAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.ListHealth, ListAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.Edit, EditAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.SavedTest, TestSavedAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.Polls, PollAsync, cancellationToken);
    }

    public async Task AskLastAsync(CancellationToken cancellationToken)
    {
        await sheet.AskAsync(SharedRows.Delete, DeleteAsync, cancellationToken);
        await sheet.AskAsync(SharedRows.SecondAccount, TrySecondAccountAsync, cancellationToken);
    }

    private async Task<ProofFinding> TestDraftAsync(CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(HttpMethod.Post, "/test", ProofDraft.Body(request, platform), cancellationToken);
        Remember(answer);
        Steps = answer.Read<TestStep[]>("steps") ?? [];
        return Succeeded(answer, ends: true);
    }

    private async Task<ProofFinding> RefuseOtherPinAsync(CancellationToken cancellationToken)
    {
        if (Certificate is null)
        {
            return ProofFinding.NotRun("The connection does not use HTTPS.");
        }

        var before = log.Count;
        var other = Certificate.Sha256[0] == '0' ? $"1{Certificate.Sha256[1..]}" : $"0{Certificate.Sha256[1..]}";
        var answer = await api.SendAsync(HttpMethod.Post, "/test", ProofDraft.Body(request, platform, other), cancellationToken);
        var category = answer.Read<Failure>("failure")?.Category;
        var sent = log.Count - before;
        return ProofFinding.Of(
            category == FailureCategory.TlsPinMismatch && sent == 0,
            $"The test ended with {(category is { } named ? ProofWords.Of(named) : answer.Problem)}, after {sent} requests.");
    }

    private async Task<ProofFinding> AcceptPinAsync(CancellationToken cancellationToken)
    {
        if (Certificate is null)
        {
            return ProofFinding.NotRun("The connection does not use HTTPS.");
        }

        if (Certificate.Trust == CertificateTrust.Pinned)
        {
            return ProofFinding.Pass("The draft was tested with the certificate pinned.");
        }

        var answer = await api.SendAsync(HttpMethod.Post, "/test", ProofDraft.Body(request, platform, Certificate.Sha256), cancellationToken);
        return Succeeded(answer, ends: false);
    }

    private async Task<ProofFinding> CreateAsync(CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(HttpMethod.Post, "", ProofDraft.Body(request, platform), cancellationToken);
        _id = answer.Body?["id"]?.GetValue<string>() ?? "";
        if (answer.Status != 201)
        {
            throw Problem(answer, ends: true);
        }

        var masked = ProofDraft.SecretsOf(platform).All(field => answer.Body?[field.Name]?.GetValue<string>() == Secret.Mask);
        return ProofFinding.Of(masked, masked ? "Saved; the answer shows a mask for the secret." : "Saved, but the answer does not mask the secret.");
    }

    private async Task<ProofFinding> ListAsync(CancellationToken cancellationToken)
    {
        var listed = await PolledAsync(null, cancellationToken);
        Observed = listed.Read<Observed>("observed") ?? Observed;
        return Observed is { } observed
            ? ProofFinding.Of(
                IsUp(listed),
                $"State {State(listed)}; {observed.AgentCount} hosts, {observed.VmCount} machines, {observed.StorageCount} storages; {observed.Issues.Count} issues.")
            : throw NotPolled(listed);
    }

    private async Task<ProofFinding> EditAsync(CancellationToken cancellationToken)
    {
        var before = LastAttempt(await ListedAsync(cancellationToken));
        var edit = new JsonObject { ["name"] = "Proof, renamed" };
        foreach (var field in ProofDraft.SecretsOf(platform))
        {
            edit[field.Name] = Secret.Mask;
        }

        var answer = await api.SendAsync(HttpMethod.Put, $"/{_id}", edit, cancellationToken);
        if (answer.Status != 200)
        {
            throw Problem(answer, ends: false);
        }

        var listed = await PolledAsync(before, cancellationToken);
        return IsUp(listed)
            ? ProofFinding.Pass($"Renamed with the mask for the secret; the next poll was {State(listed)}.")
            : throw NotPolled(listed);
    }

    private async Task<ProofFinding> TestSavedAsync(CancellationToken cancellationToken)
    {
        var before = LastAttempt(await ListedAsync(cancellationToken));
        var answer = await api.SendAsync(HttpMethod.Post, $"/{_id}/test", null, cancellationToken);
        var finding = Succeeded(answer, ends: false);
        var after = LastAttempt(await ListedAsync(cancellationToken));
        return after == before ? ProofFinding.Fail("The test succeeded, but the list does not show it.") : finding;
    }

    private async Task<ProofFinding> PollAsync(CancellationToken cancellationToken)
    {
        var slowest = 0L;
        for (var poll = 0; poll < CountedPolls; poll++)
        {
            await Task.Delay(request.PollPause, clock, cancellationToken);
            var (before, sent) = (LastAttempt(await ListedAsync(cancellationToken)), log.Count);
            pollers.PollNow(Guid.Parse(_id));
            var listed = await PolledAsync(before, cancellationToken);
            if (!IsUp(listed))
            {
                throw NotPolled(listed);
            }

            _requestsOfPolls.Add(log.Count - sent);
            slowest = Math.Max(slowest, listed.Body?["poll"]?["lastDurationMs"]?.GetValue<long>() ?? 0);
            Observed = listed.Read<Observed>("observed") ?? Observed;
        }

        return ProofFinding.Pass(
            $"{CountedPolls} polls took {_requestsOfPolls.Sum()} requests, {_requestsOfPolls.Max()} at most for one; the slowest took {slowest} ms.");
    }

    private async Task<ProofFinding> DeleteAsync(CancellationToken cancellationToken)
    {
        if (_id.Length == 0)
        {
            return ProofFinding.NotRun("No connection was saved.");
        }

        var answer = await api.SendAsync(HttpMethod.Delete, $"/{_id}", null, cancellationToken);
        var isGone = (await ListedAsync(cancellationToken)).Body is null;
        return ProofFinding.Of(answer.Status == 204 && isGone, isGone ? "Deleted, with its session ended." : "The list still shows it.");
    }

    /// <summary>Tries the second account once: its login may be refused, and is not repeated.</summary>
    private async Task<ProofFinding> TrySecondAccountAsync(CancellationToken cancellationToken)
    {
        if (request.SecondUser is not { } user)
        {
            return ProofFinding.NotRun("No second account was given.");
        }

        var answer = await api.SendAsync(HttpMethod.Post, "/test", ProofDraft.Body(request with { User = user, Secret = request.SecondSecret }, platform), cancellationToken);
        if (answer.Body?["steps"] is null)
        {
            return ProofFinding.Fail(answer.Problem);
        }

        var refused = (answer.Read<TestStep[]>("steps") ?? [])
            .Where(step => step.Category is FailureCategory.PermissionDenied or FailureCategory.AuthInvalid or FailureCategory.CredentialsExpired)
            .Select(step => $"{step.Name}: {step.Summary}")
            .ToList();
        return refused.Count > 0
            ? ProofFinding.Pass($"Refused: {string.Join(" | ", refused)}")
            : ProofFinding.Fail("Nothing was refused: the account has a role, or another reason than a missing right failed the test.");
    }

    private void Remember(ApiAnswer answer)
    {
        Observed = answer.Read<Observed>("observed") ?? Observed;
        Certificate = answer.Read<CertificateSeen>("certificate") ?? Certificate;
    }

    private static ProofFinding Succeeded(ApiAnswer answer, bool ends)
    {
        if (answer.Body?["success"]?.GetValue<bool>() is not { } success)
        {
            throw Problem(answer, ends);
        }

        if (!success)
        {
            throw new ReportedFailureException(answer.Read<Failure>("failure")!, ends);
        }

        var steps = answer.Read<TestStep[]>("steps") ?? [];
        var others = steps.Where(step => step.Outcome != StepOutcome.Passed)
            .Select(step => $"{step.Name} {step.Outcome.ToString().ToLowerInvariant()}: {step.Summary}");
        return ProofFinding.Pass(
            $"{steps.Length} steps in {answer.Body["durationMs"]} ms; {string.Join(" | ", others.DefaultIfEmpty("all passed"))}");
    }

    private async Task<ApiAnswer> ListedAsync(CancellationToken cancellationToken) => new(200, await api.ListedAsync(_id, cancellationToken));

    /// <summary>The connection after a new attempt has ended.</summary>
    private async Task<ApiAnswer> PolledAsync(string? before, CancellationToken cancellationToken)
    {
        while (true)
        {
            var listed = await ListedAsync(cancellationToken);
            if (LastAttempt(listed) is { } last && last != before)
            {
                return listed;
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    private static string? LastAttempt(ApiAnswer listed) => listed.Body?["poll"]?["lastAttemptAt"]?.GetValue<string>();

    private static string State(ApiAnswer listed) => listed.Body?["poll"]?["state"]?.GetValue<string>() ?? "unknown";

    private static bool IsUp(ApiAnswer listed) => State(listed) is "healthy" or "degraded";

    private static ReportedFailureException NotPolled(ApiAnswer listed) => new(
        listed.Body?["poll"]?["lastError"] is { } error
            ? JsonSerializer.Deserialize<Failure>(error, JsonSerializerOptions.Web)!
            : new Failure(FailureCategory.Unknown, $"The poll ended in the state {State(listed)}.", "", null, null),
        ends: false);

    private static ReportedFailureException Problem(ApiAnswer answer, bool ends)
    {
        var category = answer.Body?["code"]?.GetValue<string>() == "auth_hold" ? FailureCategory.AuthInvalid : FailureCategory.Unknown;
        return new(new Failure(category, answer.Problem, "", null, null), ends);
    }
}
