using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>The files that a browser loads.</summary>
public sealed class DeliveryTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Connections = "/settings/infrastructure/platforms/vmware";

    [Fact]
    public async Task The_script_of_the_connections_page_is_under_90_kB_over_the_wire()
    {
        var page = await OpenAsync("about:blank");
        var scripts = new Dictionary<string, double>(StringComparer.Ordinal);
        var devTools = await page.Context.NewCDPSessionAsync(page);
        devTools.Event("Network.responseReceived").OnEvent += (_, answer) =>
        {
            if (answer!.Value.GetProperty("type").GetString() == "Script")
            {
                scripts[answer.Value.GetProperty("requestId").GetString()!] = 0;
            }
        };
        devTools.Event("Network.loadingFinished").OnEvent += (_, end) =>
        {
            if (end!.Value.GetProperty("requestId").GetString() is { } id && scripts.ContainsKey(id))
            {
                scripts[id] = end.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await devTools.SendAsync("Network.enable");

        await page.GotoAsync(Connections, new() { WaitUntil = WaitUntilState.NetworkIdle });

        TestContext.Current.TestOutputHelper!.WriteLine($"{scripts.Values.Sum():N0} bytes of script");
        scripts.Values.Should().NotBeEmpty().And.NotContain(0);
        scripts.Values.Sum().Should().BeLessThan(90_000);
    }

    [Fact]
    public async Task The_second_visit_loads_no_file_again()
    {
        var page = await OpenAsync(Connections);
        await Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();

        await page.GotoAsync("/no/such/page", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var transferred = await page.EvaluateAsync<long[]>(
            "performance.getEntriesByType('resource').filter(file => file.name.includes('/assets/')).map(file => file.transferSize)");
        transferred.Should().HaveCountGreaterThan(1).And.OnlyContain(size => size == 0);
    }
}
