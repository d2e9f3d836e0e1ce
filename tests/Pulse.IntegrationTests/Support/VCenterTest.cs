using System.Text;
using System.Text.Json.Nodes;

// Each test runs a whole host and a stub of a vCenter. One test at a time leaves the processor to both.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace Pulse.IntegrationTests.Support;

/// <summary>
/// A test of the real host against a vCenter that WireMock.Net plays. Some rules hold in every test. They are checked at the
/// end of each test.
/// </summary>
/// <param name="shared">The host that all tests of a class share; null if each test has its own host.</param>
public abstract class VCenterTest(SharedPulse? shared = null) : IAsyncLifetime
{
    private static readonly string[] Secrets =
    [
        // The part of the password before the first letter that JSON escapes.
        VCenter.Password.Split(':')[0],
        VCenter.WrongPassword.Split(':')[0],
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{VCenter.UserName}:{VCenter.Password}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{VCenter.UserName}:{VCenter.WrongPassword}")),
    ];

    private PulseUnderTest? _pulse;

    protected VCenter VCenter { get; } = new();

    /// <summary>The host. If the test has not started it, it starts with its default settings.</summary>
    protected PulseUnderTest Pulse => _pulse ??= shared?.Pulse ?? StartPulse();

    public virtual ValueTask InitializeAsync()
    {
        VCenter.Play("healthy-shared");
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await using var vCenter = VCenter;
        if (_pulse is null)
        {
            return;
        }

        if (shared?.Is(_pulse) == true)
        {
            await _pulse.DeleteAllAsync();
            await CheckRulesAsync(_pulse);
            return;
        }

        await using var pulse = _pulse;
        await pulse.StopAsync();
        await CheckRulesAsync(pulse);
    }

    /// <summary>Starts the host with settings, each <c>key=value</c> below <c>Pulse:</c>, or with a clock that the test moves.</summary>
    protected PulseUnderTest StartPulse(TimeProvider? clock = null, params string[] settings) => _pulse = PulseUnderTest.Start(
        settings.Select(setting => setting.Split('=')).ToDictionary(pair => $"Pulse:{pair[0]}", pair => pair[1], StringComparer.Ordinal), clock);

    /// <summary>The settings that an administrator enters for the vCenter of this test. Its certificate is pinned.</summary>
    protected JsonObject Draft(string password = VCenter.Password) => new()
    {
        ["name"] = "Lab vCenter",
        ["host"] = VCenter.Host,
        ["port"] = VCenter.Port,
        ["username"] = VCenter.UserName,
        ["password"] = password,
        ["certificateThumbprint"] = VCenter.Thumbprint,
    };

    /// <summary>The same settings for another port that answers without TLS.</summary>
    protected JsonObject PlainDraft(int port)
    {
        var draft = Draft();
        draft["port"] = port;
        draft["useHttps"] = false;
        draft["certificateThumbprint"] = null;
        return draft;
    }

    private async Task CheckRulesAsync(PulseUnderTest pulse)
    {
        var exchanges = VCenter.Exchanges();
        var settled = false;
        foreach (var exchange in exchanges)
        {
            Providers.VMware.Contract.VendorContract.Load().CheckRequest(new()
            {
                Method = exchange.Method,
                Target = exchange.Path,
                RequestBody = Encoding.UTF8.GetBytes(exchange.Body),
            }).Should().BeEmpty($"what Pulse sends keeps to the vendor's contract, but {exchange} did not");
            settled |= exchange is { Name: "GET content", Status: 200 };
            exchange.UserAgent.Should().MatchRegex(@"^Pulse/\d+\.\d+\.\d+$");
            if (exchange.CarriesCredentials)
            {
                settled.Should().BeTrue($"no password is sent before it is known what answers, but {exchange} was among {Listed(exchanges)}");
                exchange.IsLogin.Should().BeTrue($"a password is sent to log in only, but {exchange} had one");
            }
            else
            {
                Secrets.Should().NotContain(
                    secret => exchange.Sent.Contains(secret, StringComparison.Ordinal), $"a password is sent to log in only, but {exchange} had one");
            }
        }

        await VCenter.SessionsEndedAsync();
        pulse.Said.Should().NotContain(said => Secrets.Any(secret => said.Contains(secret, StringComparison.Ordinal)));
        foreach (var file in pulse.DataDirectory.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var content = await File.ReadAllBytesAsync(file.FullName);
            Secrets.Where(secret => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0)
                .Should().BeEmpty($"whoever reads {file.Name} is not to read a password");
        }
    }

    private static string Listed(IEnumerable<Exchange> exchanges) => string.Join('\n', exchanges);
}
