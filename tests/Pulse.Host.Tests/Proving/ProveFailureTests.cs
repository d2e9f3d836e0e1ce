using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Proving;

/// <summary>The output of <c>Pulse.Host prove</c> for a system with a fault: a record, an exit code, nothing else.</summary>
[Trait("Category", "Slow")]
public sealed class ProveFailureTests
{
    [Theory]
    [InlineData("esxi", 3, "wrong_system")]
    [InlineData("esxi-json", 3, "wrong_system")]
    [InlineData("7.0", 4, "too_old")]
    public async Task A_system_that_Pulse_does_not_read_gets_no_login(string profile, int exitCode, string end)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.Named(profile)));
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter);

        AssertEnded(prove, exitCode, end);
        AssertNoLogin(vcenter);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_gets_no_login()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        using var prove = new ProveProcess();

        await prove.RunAsync(
            ["vmware", "127.0.0.1", "--port", $"{vcenter.Port}", "--user", ProveProcess.User, "--password-file", prove.PasswordFile(ProveProcess.Canary)]);

        AssertEnded(prove, 5, "untrusted");
        AssertNoLogin(vcenter);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3) with { Password = "another" });
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter);

        AssertEnded(prove, 6, "refused");
        vcenter.Logins.Refused.Should().ContainSingle();
        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task A_locked_account_is_tried_once()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        await LockAsync(vcenter);
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter);

        AssertEnded(prove, 6, "refused");
        vcenter.Logins.Refused.Should().HaveCount(LoginLedger.RefusalsBeforeLock + 1);
    }

    [Fact]
    public async Task An_address_where_nothing_listens_is_told_apart()
    {
        using var prove = new ProveProcess();

        await prove.RunAsync(
            ["vmware", $"https://127.0.0.1:{RawServer.ClosedPort()}", "--user", ProveProcess.User, "--password-file", prove.PasswordFile(ProveProcess.Canary)]);

        AssertEnded(prove, 7, "unreachable");
    }

    [Fact]
    public async Task A_vCenter_that_dies_half_way_leaves_a_record_of_what_was_found()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U3));
        var isDead = false;
        vcenter.Faults.Add(request => isDead |= request.Operation.Contains("hello", StringComparison.Ordinal), FaultAction.ResetConnection);
        using var prove = new ProveProcess();

        await prove.RunAsync(vcenter);

        AssertEnded(prove, 8, "broke_off");
        prove.OutcomeOf("polls").Should().Be("pass");
        prove.OutcomeOf("hello").Should().Be("fail");
        prove.OutcomeOf("read_inventory").Should().Be("not_run");
        prove.OutcomeOf("no_session_left").Should().Be("fail", "nobody knows");
    }

    [Theory]
    [InlineData(false, "QueryOptions")]
    [InlineData(true, "/parent")]
    public async Task A_proof_that_is_interrupted_logs_out_and_leaves_a_record(bool isTerminated, string operation)
    {
        await using var vcenter = await VCenterSimulator.StartAsync(ProveProcess.VCenter(VCenterProfile.V80U1));
        vcenter.Faults.On(operation, FaultAction.Silence);
        using var prove = new ProveProcess();

        await prove.RunAsync(
            [
                "vmware", "127.0.0.1", "--port", $"{vcenter.Port}", "--user", ProveProcess.User, "--password-file", prove.PasswordFile(ProveProcess.Canary),
                "--thumbprint", vcenter.Thumbprint, "--poll-pause", "0",
            ],
            input: "",
            running: async process =>
            {
                await Eventually.UntilAsync(() => vcenter.Requests.CountOf(operation) > 0);
                if (isTerminated)
                {
                    Signals.SendTerminate(process);
                }
                else
                {
                    Signals.SendInterrupt(process);
                }
            });

        AssertEnded(prove, 130, "interrupted");
        prove.OutcomeOf("contract").Should().Be("pass", "what was seen until then is judged");
        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    private static void AssertEnded(ProveProcess prove, int exitCode, string end)
    {
        prove.ExitCode.Should().Be(exitCode, prove.Output);
        prove.Record["end"]!.GetValue<string>().Should().Be(end);
        prove.Record["rows"]!.AsArray().Should().HaveCountGreaterThan(30);
        prove.OutcomeOf("second_account").Should().Be("not_run");
        prove.Page.Should().NotContain("127.0.0.1");
        ProveTests.AssertNothingLeft(prove);
    }

    private static void AssertNoLogin(VCenterSimulator vcenter) => vcenter.Logins.Accepted.Concat(vcenter.Logins.Refused).Should().BeEmpty();

    private static async Task LockAsync(VCenterSimulator vcenter)
    {
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => vcenter.Certificate.Equals(shown) } });
        for (var refusal = 0; refusal < LoginLedger.RefusalsBeforeLock; refusal++)
        {
            using var login = new HttpRequestMessage(HttpMethod.Post, new Uri(vcenter.Url, "api/session"));
            login.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ProveProcess.User}:wrong")));
            using var refused = await client.SendAsync(login);
        }

        vcenter.Logins.IsLocked(ProveProcess.User).Should().BeTrue();
    }
}
