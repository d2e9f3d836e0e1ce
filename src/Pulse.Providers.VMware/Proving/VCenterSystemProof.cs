using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The proof of one vCenter: its identity, then each group of questions, and at the end the search for open sessions.</summary>
internal sealed class VCenterSystemProof(ConnectionTarget target, EndpointConnector connector, ILoginGate logins, TimeProvider clock) : ISystemProof
{
    private readonly ExchangeJudge _judge = new();
    private readonly ExchangeRedaction _redaction = new();
    private EndpointConnection? _connection;
    private ProofClient? _client;
    private VCenterFacts? _facts;

    public ExchangeJudgement Judge(ObservedExchange exchange) => _judge.Judge(exchange);

    public ObservedExchange? Redact(ObservedExchange exchange) => _redaction.Of(exchange);

    public async Task AskAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        var attempt = new Attempt(AttemptPurpose.Test, target, logins, clock);
        await sheet.AskAsync(VCenterRows.VersionFloor, token => DiscoverAsync(attempt, token), cancellationToken);
        if (_facts is null || _client is null)
        {
            return;
        }

        var session = new ProofSession(_facts, _client, target, attempt);
        try
        {
            await new AnonymousQuestions(_facts, _client).AskAsync(sheet, cancellationToken);
            await new SessionQuestions(_facts, _client, session).AskFirstAsync(sheet, cancellationToken);
            await new ReadQuestions(_facts, _client, session).AskAsync(sheet, cancellationToken);
            await new SessionQuestions(_facts, _client, session).AskLastAsync(sheet, cancellationToken);
        }
        finally
        {
            await session.CloseAsync(clock);
        }
    }

    public async Task AskAtEndAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        try
        {
            sheet.Note(VCenterRows.NestedFault, _judge.NestedFaults);
            if (_facts is not null && _client is not null)
            {
                await sheet.AskAsync(VCenterRows.NoSessionLeft, token => FindSessionsAsync(_facts, _client, token), cancellationToken);
            }
        }
        finally
        {
            _connection?.Dispose();
        }
    }

    private async Task<ProofFinding> DiscoverAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        _connection = await connector.ConnectAsync(target, attempt, cancellationToken);
        _client = new ProofClient(_connection, target);
        var versions = await _client.CallAsync(HttpMethod.Get, "/sdk/vimServiceVersions.xml", null, cancellationToken);
        using var document = new MemoryStream(versions.Body);
        if (await ApiReleases.ReadAsync(document, cancellationToken) is not { NewestCommon: { } release } releases)
        {
            return ProofFinding.Fail($"No release that Pulse knows: {versions.Describe()}.");
        }

        var content = await _client.CallAsync(
            HttpMethod.Get, VCenterFacts.PathOf(release, $"{VCenterFacts.ServiceInstance}/content"), null, cancellationToken);
        _facts = new VCenterFacts(release, content.Json);
        attempt.SystemId = _facts.About("instanceUuid") is { Length: > 0 } id ? id : null;
        return ProofFinding.Of(
            _facts.About("apiType") == "VirtualCenter",
            $"API {releases.Current}, of {releases.Prior.Count + 1} that it lists; read as {release}. About: version {_facts.About("version")}, "
            + $"build {_facts.About("build")}, apiVersion {_facts.About("apiVersion")}, apiType {_facts.About("apiType")}.");
    }

    /// <summary>Asks for every session that was opened during the proof: the vCenter does not know an ended session any more.</summary>
    private async Task<ProofFinding> FindSessionsAsync(VCenterFacts facts, ProofClient client, CancellationToken cancellationToken)
    {
        var seen = _judge.Sessions;
        var alive = 0;
        foreach (var session in seen)
        {
            var answer = session.IsAutomation
                ? await client.CallAsync(HttpMethod.Get, "/api/session", session.Token, cancellationToken)
                : await client.CallAsync(HttpMethod.Get, facts.Of("sessionManager", "currentSession"), session.Token, cancellationToken);
            alive += answer.IsSuccess && !answer.IsNull ? 1 : 0;
        }

        return ProofFinding.Of(alive == 0, $"{seen.Count} sessions were opened; {alive} of them are still known.");
    }
}
