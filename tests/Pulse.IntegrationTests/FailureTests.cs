using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pulse.IntegrationTests.Support;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests;

/// <summary>Every failure category, in both places where an administrator sees it: in the report of a test, and in the list after a poll.</summary>
public sealed class FailureTests : VCenterTest
{
    private const string Unresolvable = "vcsa.lab.invalid";

    /// <summary>Each category, with its cause and the step that fails.</summary>
    public static readonly TheoryData<FailureCategory, string, string> Failures = new()
    {
        { FailureCategory.NameResolution, "a name that nobody knows", "resolve" },
        { FailureCategory.AddressNotAllowed, "the metadata service of a cloud", "resolve" },
        { FailureCategory.Unreachable, "a closed port", "connect" },
        { FailureCategory.Unreachable, "connections that are reset", "version" },
        { FailureCategory.Timeout, "an answer that trickles", "version" },
        { FailureCategory.TlsUntrusted, "a self-signed certificate", "tls" },
        { FailureCategory.TlsNameMismatch, "a certificate for another name", "tls" },
        { FailureCategory.TlsExpired, "an expired certificate", "tls" },
        { FailureCategory.TlsExpired, "a certificate of tomorrow", "tls" },
        { FailureCategory.TlsPinMismatch, "another pin", "tls" },
        { FailureCategory.Protocol, "a port without TLS", "tls" },
        { FailureCategory.Protocol, "an SSH server", "version" },
        { FailureCategory.WrongSystem, "not-a-vcenter", "version" },
        { FailureCategory.UnsupportedVersion, "too-old", "version" },
        { FailureCategory.UnsupportedVersion, "too-new", "version" },
        { FailureCategory.Unavailable, "starting", "version" },
        { FailureCategory.RateLimited, "rate-limited", "version" },
        { FailureCategory.SessionLimit, "sessions-exhausted", "automation_session" },
        { FailureCategory.Unavailable, "login-unavailable", "automation_session" },
        { FailureCategory.PermissionDenied, "proxy-403-at-login", "automation_session" },
        { FailureCategory.PermissionDenied, "no-permission-at-login", "vi_json_session" },
        { FailureCategory.Timeout, "an appliance that hangs", "identity" },
        { FailureCategory.PermissionDenied, "no-permission", "inventory" },
        { FailureCategory.Unknown, "unknown-fault", "inventory" },
        { FailureCategory.Protocol, "truncated-json", "inventory" },
    };

    private static readonly IReadOnlyList<string> RequiredSteps =
        ["resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity", "inventory"];

    /// <summary>The failures that only a limit ends, with the request that is never answered.</summary>
    private static readonly IReadOnlyDictionary<string, string> Endless = new Dictionary<string, string>
    {
        ["an answer that trickles"] = "GET vimServiceVersions.xml",
        ["an appliance that hangs"] = "GET version",
    };

    private readonly List<IAsyncDisposable> _servers = [];
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_reads_the_same_in_the_test_and_on_the_list(FailureCategory category, string how, string step)
    {
        if (Endless.ContainsKey(how))
        {
            StartPulse(_clock, "Tests:TimeoutSeconds=1", "Polling:TimeoutSeconds=1");
        }

        var draft = await ArrangeAsync(how);

        var report = await EndAsync(Pulse.TestAsync(draft), how, requests: 1);
        var connection = await EndAsync(Pulse.CreatePolledAsync(draft), how, requests: 2);

        report.Flag("success").Should().BeFalse();
        CheckFailure(report["failure"]!, category, step, draft);
        CheckSteps(report, step, report["failure"]!);
        connection.Poll().Text("state").Should().Be("failing");
        connection.Poll().Number("consecutiveFailures").Should().Be(1);
        InWordsOfTest(connection.Poll()["lastError"]!).Should().Be(report["failure"]!.ToJsonString());
        connection["observed"].Should().BeNull();
        CheckNothingIsSentTooEarly(step);
    }

    [Theory]
    [InlineData("healthy-shared", null, "automation_session", FailureCategory.AuthInvalid, "refused the user name or password")]
    [InlineData("healthy-separate", "vi-login-refused", "vi_json_session", FailureCategory.AuthInvalid, "refused the user name or password")]
    [InlineData("healthy-separate", "password-expired", "vi_json_session", FailureCategory.CredentialsExpired, "The password of the account has expired")]
    [InlineData("healthy-shared", "account-locked", "automation_session", FailureCategory.AuthInvalid, "refused the user name or password")]
    [InlineData("healthy-shared", "proxy-401-at-login", "automation_session", FailureCategory.AuthInvalid, "refused")]
    public async Task A_refused_login_reads_the_same_in_the_test_and_on_the_list(string scenario, string? refusal, string step, FailureCategory category, string message)
    {
        VCenter.Play([scenario, .. refusal is null ? [] : (string[])[refusal]]);
        // After a refusal the account is on hold. So the refusals are deleted between the poll and the test.
        var password = refusal is null ? VCenter.WrongPassword : VCenter.Password;
        var saved = await Pulse.CreatePolledAsync(Draft(password));

        // The connection is disabled: after the restart a poll at a random moment could be refused before the test.
        await Pulse.UpdateAsync(saved.Id(), new JsonObject { ["enabled"] = false });
        await Pulse.RestartAsync(() => ForgetRefusals());

        var report = await Pulse.TestAsync(Draft(password));

        CheckFailure(report["failure"]!, category, step, Draft());
        report["failure"]!.Text("message").Should().Contain(message);
        CheckSteps(report, step, report["failure"]!);
        saved.Poll().Text("state").Should().Be("failing");
        saved.Poll()["lastError"]!.ToJsonString().Should().Be(report["failure"]!.ToJsonString());
    }

    [Fact]
    public async Task A_password_whose_key_is_lost_is_asked_for_again_and_nothing_else_is_lost()
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        await Pulse.RestartAsync(() => Directory.Delete(Path.Combine(Pulse.DataDirectory.FullName, "keys"), recursive: true));

        var report = await Pulse.TestSavedAsync(id);

        CheckFailure(report["failure"]!, FailureCategory.SecretUnreadable, null, Draft());
        report["steps"]!.AsArray().Should().OnlyContain(step => step!.Text("outcome") == "skipped");
        var connection = await Pulse.GetAsync(id);
        connection.Poll().Text("state").Should().Be("suspended");
        connection.Poll()["lastError"]!.ToJsonString().Should().Be(report["failure"]!.ToJsonString());
        connection["observed"]!.Number("vmCount").Should().Be(4, "what was known stays");

        await Pulse.UpdateAsync(id, new JsonObject { ["password"] = VCenter.Password });
        await Pulse.SeeStateAsync(id, "healthy");
    }

    [Fact]
    public void Every_category_is_covered_here()
    {
        var covered = Failures.Select(row => row.Data.Item1).Append(FailureCategory.AuthInvalid).Append(FailureCategory.CredentialsExpired).Append(FailureCategory.SecretUnreadable);

        covered.Should().Contain(Enum.GetValues<FailureCategory>());
    }

    [Fact]
    public void Every_required_step_fails_here()
    {
        var failing = Failures.Select(row => row.Data.Item3);

        failing.Should().Contain(RequiredSteps);
    }

    /// <summary>The message of a poll differs in two ways: it names the limit of polls, and it says that Pulse tries again.</summary>
    private static string InWordsOfTest(JsonNode lastError) => lastError.ToJsonString()
        .Replace(" Pulse tries again by itself.", "", StringComparison.Ordinal)
        .Replace("that a poll may take", "that a test may take", StringComparison.Ordinal)
        .Replace("Pulse:Polling:", "Pulse:Tests:", StringComparison.Ordinal);

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        foreach (var own in _servers)
        {
            await own.DisposeAsync();
        }
    }

    /// <summary>Waits for an attempt. The clock moves to the limit when the vCenter has the request that is never answered.</summary>
    private async Task<JsonNode> EndAsync(Task<JsonNode> attempt, string how, int requests)
    {
        if (Endless.TryGetValue(how, out var request))
        {
            await VCenter.WasAskedAsync(request, requests);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await attempt;
    }

    private async Task<JsonObject> ArrangeAsync(string how)
    {
        switch (how)
        {
            case "a name that nobody knows":
                return DraftWith("host", Unresolvable);
            case "the metadata service of a cloud":
                return DraftWith("host", "169.254.169.254");
            case "a closed port":
                return DraftWith("port", RawServer.ClosedPort());
            case "connections that are reset":
                VCenter.Answer("GET", "/sdk/vimServiceVersions.xml", Line.Broken(LineFault.ConnectionResetByPeer));
                return Draft();
            case "an answer that trickles":
                VCenter.Answer("GET", "/sdk/vimServiceVersions.xml", Response.Create().WithBodyFromFile("versions-8.0.3.0.xml").Over(TimeSpan.FromHours(1), pieces: 72_000));
                return Draft();
            case "a self-signed certificate":
                return DraftWith("certificateThumbprint", null);
            case "a certificate for another name":
                var byName = DraftWith("certificateThumbprint", null);
                byName["host"] = "localhost";
                return byName;
            case "an expired certificate":
                return Show(-30, -1);
            case "a certificate of tomorrow":
                return Show(1, 30);
            case "another pin":
                return DraftWith("certificateThumbprint", string.Join(':', Enumerable.Repeat("AB", 32)));
            case "a port without TLS":
                return DraftWith("port", VCenter.HttpPort);
            case "no-permission-at-login":
                VCenter.Play("healthy-separate", how);
                return Draft();
            case "an appliance that hangs":
                VCenter.Answer("GET", "/api/appliance/system/version", Response.Create().Over(TimeSpan.FromHours(1)));
                return Draft();
            case "an SSH server":
                var ssh = RawServer.Speaking("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"u8.ToArray());
                _servers.Add(ssh);
                return PlainDraft(ssh.Port);
            default:
                VCenter.Add(how);
                return Draft();
        }
    }

    private JsonObject DraftWith(string member, JsonNode? value)
    {
        var draft = Draft();
        draft[member] = value;
        return draft;
    }

    private JsonObject Show(int validFromDays, int validToDays)
    {
        var other = new VCenter(VCenter.CertificateOf(validFromDays, validToDays));
        _servers.Add(other);
        var draft = DraftWith("certificateThumbprint", null);
        draft["port"] = other.Port;
        return draft;
    }

    private void ForgetRefusals()
    {
        var file = Path.Combine(Pulse.DataDirectory.FullName, "pulse.db");
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "DELETE FROM RefusedLogins";
        command.ExecuteNonQuery();
    }

    private static void CheckFailure(JsonNode failure, FailureCategory category, string? step, JsonObject draft)
    {
        failure["category"]!.ToJsonString().Should().Be(JsonSerializer.Serialize(category));
        failure.Text("step").Should().Be(step);
        failure.Text("message").Should().Contain($"{draft.Text("host")}:{draft["port"]}", "the message says which system it was").And.EndWith(".");
        failure.Text("remedy").Should().NotBeNullOrWhiteSpace().And.EndWith(".");
    }

    /// <summary>Nothing is sent before the certificate is accepted, and no password before the vCenter is known to be one that Pulse can read.</summary>
    private void CheckNothingIsSentTooEarly(string failedStep)
    {
        if (failedStep is "resolve" or "connect" or "tls")
        {
            VCenter.Exchanges().Should().BeEmpty();
        }
        else if (failedStep is "version")
        {
            VCenter.Exchanges().Should().NotContain(exchange => exchange.Method != "GET" || exchange.SessionId != null);
        }
    }

    private static void CheckSteps(JsonNode report, string failed, JsonNode failure)
    {
        var before = true;
        foreach (var step in report["steps"]!.AsArray())
        {
            before &= step!.Text("name") != failed;
            var expected = before ? "passed or warning" : step!.Text("name") == failed ? "failed" : "skipped";
            expected.Should().Contain(step!.Text("outcome"), $"step {step!.Text("name")} of {report["steps"]!.ToJsonString()}");
        }

        var line = report.Step(failed);
        (line.Text("category"), line.Text("summary"), line.Text("remedy"))
            .Should().Be((failure.Text("category"), failure.Text("message"), failure.Text("remedy")));
    }
}
