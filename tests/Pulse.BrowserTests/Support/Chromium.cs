using Microsoft.Playwright;
using Pulse.BrowserTests.Support;

// Two cores can run two pages at the same time without one test causing the time-outs of another.
[assembly: Trait("Category", "Slow")]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace Pulse.BrowserTests.Support;

/// <summary>The one browser of all tests: the system's Chromium, or the one that <c>PULSE_CHROMIUM</c> names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",

        // Whatever a page requests, no request leaves this machine.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        // Only a defect, or a machine that is busy with other work, takes so long.
        Assertions.SetDefaultExpectTimeout(15_000);
        var path = Environment.GetEnvironmentVariable("PULSE_CHROMIUM") is { Length: > 0 } other ? other : "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"There is no {path}. Install Chromium (Debian: apt-get install chromium), or name another by PULSE_CHROMIUM.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = Arguments,
        });
    }

    /// <summary>A new browser profile, as on a machine that has never opened Pulse.</summary>
    public async Task<IBrowserContext> OpenProfileAsync(Uri address, Screen screen)
    {
        var profile = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.IsPhone,
            IsMobile = screen.IsPhone,
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = screen.Motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        profile.SetDefaultTimeout(15_000);
        return profile;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
