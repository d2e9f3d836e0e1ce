using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.BrowserTests.Support;

/// <summary>
/// A test with its own Pulse and pages that show it. The test also fails for every fault that no page may have, see <see cref="PageWatch"/>.
/// After a failure, a screenshot, a trace and Pulse's log are in <c>artifacts/test-results/browser</c>. A trace contains the typed
/// texts, so a test types only made-up passwords.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    public const string AdminPassword = "made-up-password";

    private readonly List<IBrowserContext> _profiles = [];
    private readonly List<VCenterSimulator> _vcenters = [];
    private PulseHost? _pulse;
    private PageWatch? _watch;

    /// <summary>Has an admin, unless the test has started another Pulse with <see cref="StartPulse"/>.</summary>
    protected PulseHost Pulse => _pulse ??= StartPulse();

    protected PageWatch Watch => _watch ??= new(Pulse.Address);

    /// <summary>Starts Pulse without the admin or with other settings than the default ones. Call this method first.</summary>
    protected PulseHost StartPulse(
        bool withAdmin = true, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        if (withAdmin)
        {
            all["Pulse:Admin:Password"] = AdminPassword;
        }

        return _pulse = PulseHost.Start(services, all, listen: true);
    }

    protected async Task<VCenterSimulator> StartVCenterAsync(VCenterSimulatorOptions? options = null)
    {
        var vcenter = await VCenterSimulator.StartAsync(options ?? new VCenterSimulatorOptions());
        _vcenters.Add(vcenter);
        return vcenter;
    }

    /// <summary>Saves a connection to a simulated vCenter by the API, pinned to its certificate.</summary>
    /// <returns>The connection as in the answer of Pulse.</returns>
    protected async Task<JsonNode> SaveConnectionAsync(VCenterSimulator vcenter, string name = "Lab vCenter", string? password = null)
    {
        using var client = Pulse.CreateClient();
        using var response = await client.PostAsJsonAsync("api/vmware/connections", new
        {
            name,
            host = "127.0.0.1",
            port = vcenter.Port,
            username = vcenter.Options.UserName,
            password = password ?? vcenter.Options.Password,
            certificateThumbprint = vcenter.Thumbprint,
        });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Waits until the connection has that state.</summary>
    protected async Task SeeStateAsync(JsonNode connection, string state)
    {
        using var client = Pulse.CreateClient();
        await Eventually.GetAsync(
            async () => (await client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!
                .Single(each => each!["id"]!.GetValue<string>() == connection["id"]!.GetValue<string>())!["poll"]!["state"]!.GetValue<string>(),
            seen => seen == state,
            state);
    }

    /// <summary>Opens an address in a new browser profile; by default signed in, on a desktop.</summary>
    protected async Task<IPage> OpenAsync(string path, Screen? screen = null, bool signedIn = true)
    {
        var profile = await chromium.OpenProfileAsync(Pulse.Address, screen ?? Screen.Desktop);
        _profiles.Add(profile);
        await Watch.FollowAsync(profile);
        await profile.Tracing.StartAsync(new() { Snapshots = true });
        if (signedIn)
        {
            var answer = await profile.APIRequest.PostAsync(
                "/api/access/sign-in", new() { DataObject = new { userName = "admin", password = AdminPassword } });
            answer.Status.Should().Be(200);
        }

        var page = await profile.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Fills in the sign-in form and sends it.</summary>
    protected static async Task SignInAsync(IPage page, string password = AdminPassword)
    {
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Keeps a picture of the page for people to look at, in <c>artifacts/screenshots</c>.</summary>
    protected static Task ShowAsync(IPage page, string name, bool fullPage = true) =>
        page.ScreenshotAsync(new() { Path = Repository.PathOf("artifacts", "screenshots", $"{name}.png"), FullPage = fullPage });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (_watch?.Unforgiven.Count > 0 || TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                await KeepEvidenceAsync();
            }
        }
        finally
        {
            await StopAllAsync();
        }

        // After the pages are closed, when all their messages have arrived.
        _watch?.Unforgiven.Should().BeEmpty("no page of Pulse may do that");
    }

    private async Task StopAllAsync()
    {
        foreach (var profile in _profiles)
        {
            await profile.DisposeAsync();
        }

        if (_pulse is not null)
        {
            await _pulse.DisposeAsync();
        }

        foreach (var vcenter in _vcenters)
        {
            await vcenter.DisposeAsync();
        }
    }

    private async Task KeepEvidenceAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split('.')[^1].Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        var directory = Repository.PathOf("artifacts", "test-results", "browser", name[..Math.Min(name.Length, 120)]);
        foreach (var (profile, index) in _profiles.Select((profile, index) => (profile, index + 1)))
        {
            await profile.Tracing.StopAsync(new() { Path = Path.Combine(directory, $"trace-{index}.zip") });
            foreach (var page in profile.Pages)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"page-{index}.png") });
            }
        }

        if (_pulse is not null)
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllLinesAsync(Path.Combine(directory, "pulse.log"), _pulse.Logs.Lines);
        }
    }
}
