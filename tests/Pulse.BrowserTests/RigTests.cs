using Pulse.BrowserTests.Support;
using Pulse.Testing;

namespace Pulse.BrowserTests;

/// <summary>Checks that the tests of this project notice the faults that they must notice.</summary>
public sealed class RigTests(Chromium chromium) : BrowserTest(chromium)
{
    // A step that leaves the page comes last.
    private static readonly (string Script, string Problem)[] Misdeeds =
    [
        ("new Image().src = 'http://127.0.0.1:9/pixel.png'", "CSP: img-src"),
        ("document.body.setAttribute('style', 'color: red')", "CSP: style-src-attr"),
        ("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", "CSP: script-src-elem"),
        ("console.error('broken')", "Console: broken"),
        ("setTimeout(() => { throw new Error('nobody catches it') })", "Uncaught: "),
        ("fetch('/api/nothing')", "status of 404"),
        ("setTimeout(() => { location.href = 'http://127.0.0.1:9/' })", "A request to another host: http://127.0.0.1:9/"),
    ];

    [Fact]
    public async Task What_no_page_may_do_is_noted()
    {
        Watch.ForgiveEverything();
        var page = await OpenAsync("/no/such/page");

        foreach (var (script, expected) in Misdeeds)
        {
            await page.EvaluateAsync($"() => {{ {script} }}");
            await Eventually.UntilAsync(() => Watch.Problems.Any(problem => problem.Contains(expected, StringComparison.Ordinal)), expected);
        }
    }

    [Fact]
    public async Task A_page_that_shuts_people_out_is_noted()
    {
        var page = await OpenAsync("/no/such/page");
        await page.EvaluateAsync("() => { document.documentElement.lang = ''; document.querySelector('main').append(document.createElement('button')); }");

        var look = async () => await page.ShouldBeAccessibleAsync();

        (await look.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("html-has-lang").And.Contain("button-name");
    }

    [Fact]
    public async Task A_connection_to_a_simulated_vCenter_becomes_healthy()
    {
        var vcenter = await StartVCenterAsync();

        await SeeStateAsync(await SaveConnectionAsync(vcenter), "healthy");

        vcenter.Sessions.OpenCount.Should().Be(1);
    }
}
