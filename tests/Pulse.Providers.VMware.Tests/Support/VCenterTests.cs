using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Recordings;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>
/// Tests in which the real provider reads a simulated vCenter. The name of a request is its method and the last part of its
/// path (<c>POST Login</c>). A test can replace the answer to each request.
/// </summary>
public abstract class VCenterTests : IAsyncLifetime
{
    private protected const string Password = "S3cret:pw-Ünïcode";

    private protected VCenterSimulator VCenter { get; private set; } = null!;

    private protected ConnectionTarget Target { get; private set; } = null!;

    private protected IPlatformSession Session { get; private set; } = null!;

    private protected CountingGate Gate { get; } = new();

    private protected TestClock Clock { get; } = RetryClock.Create();

    private protected TestMeters Meters { get; } = new();

    private protected LogCapture Log { get; } = new();

    /// <summary>The time limit of an attempt; null for none.</summary>
    private protected TimeSpan? Limit { get; set; }

    private protected Attempt LastAttempt { get; private set; } = null!;

    private protected IReadOnlyList<SimulatedRequest> Requests => VCenter.Requests.Received;

    /// <summary>The names of the requests, in order.</summary>
    private protected IEnumerable<string> Asked => Requests.Select(request => request.Name);

    public virtual async ValueTask InitializeAsync()
    {
        VCenter = await VCenterSimulator.StartAsync(new()
        {
            // The recorded release. In the recordings, one session serves both API families.
            Profile = VCenterProfile.V80U2 with { UnifiedSessions = true },
            InstanceUuid = new("b4da12cf-8638-5fd6-b4df-538b614d5de1"),
            UserName = "svc-pulse@vsphere.local",
            Password = Password,
            KeepsRequests = true,
        });
        VCenter.Faults.ApplianceVersionAllowed = true;
        Target = SimulatedConnection.TargetOf(VCenter);
        var logger = new LoggerFactory([Log]).CreateLogger<VCenterProvider>();
        Session = new VCenterProvider(new EndpointConnector(Clock), Clock, Meters, logger).CreateSession(Target);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await VCenter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<Observed> PollAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(AttemptPurpose.Poll, cancellationToken);

    private protected Task<Observed> ReadAsync(AttemptPurpose purpose, CancellationToken cancellationToken = default)
    {
        LastAttempt = new Attempt(purpose, Target, Gate, Clock, Limit);
        return Session.ReadAsync(LastAttempt, cancellationToken);
    }

    private protected async Task<PlatformFailureException> FailureAsync() =>
        (await this.Awaiting(test => test.PollAsync()).Should().ThrowAsync<PlatformFailureException>()).Which;

    private protected int CountOf(string name) => Asked.Count(candidate => candidate == name);

    /// <summary>Replaces the answer to the requests with this name.</summary>
    private protected void On(string name, FaultAction answer) => VCenter.Faults.Add(request => request.Name == name, answer);

    /// <summary>Gives these answers first, in order. After them the earlier answer applies again.</summary>
    private protected void OnFirst(string name, params IReadOnlyList<FaultAction> answers) =>
        VCenter.Faults.InTurn(request => request.Name == name, answers);

    /// <summary>Answers all requests of a read with the recordings. Logins and log-outs are still simulated.</summary>
    private protected void PlayRecordings()
    {
        On("GET content", Recorded.Answer("02"));
        On("GET version", Recorded.Answer("16"));
        On("GET host", Recorded.Answer("08"));
        On("GET vm", Recorded.Answer("09"));
        On("GET datastore", Recorded.Answer("10"));
        On("POST CreatePropertyCollector", FaultAction.Respond(200, Recorded.PrivateCollector));
        On("POST CreateContainerView", Recorded.Answer("22"));
        On("POST CreateFilter", Recorded.Answer("26"));
        OnUpdates(first: Recorded.Answer("27"), later: FaultAction.Null);
        On("POST DestroyPropertyCollector", FaultAction.Respond(204));
        On("POST DestroyView", Recorded.Answer("43"));
        On("POST RetrievePropertiesEx", Recorded.Answer("23"));
        On("POST ContinueRetrievePropertiesEx", Recorded.Answer("25"));
        OnBody("POST ContinueRetrievePropertiesEx", Recording.Of("23").Json.GetProperty("token").GetString()!, Recorded.Answer("24"));
    }

    /// <summary>Sets the answers to the first read of updates and to the reads from a version.</summary>
    private protected void OnUpdates(FaultAction first, FaultAction later)
    {
        On("POST WaitForUpdatesEx", later);
        OnBody("POST WaitForUpdatesEx", "\"version\":\"\"", first);
    }

    /// <summary>Replaces the answer to the requests with this name whose body contains a text.</summary>
    private protected void OnBody(string name, string text, FaultAction answer) =>
        VCenter.Faults.Add(request => request.Name == name && request.Body.Contains(text, StringComparison.Ordinal), answer);
}
