using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

public sealed class SetUpTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_wrong_token_is_refused_in_the_servers_words()
    {
        StartPulse(withAdmin: false);
        Watch.Expect(403);
        var page = await OpenAsync("/", signedIn: false);

        await SetUpAsync(page, "not-the-token", AdminPassword);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not the setup token.");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "set-up-refused");
    }

    [Fact]
    public async Task The_right_token_makes_an_admin_and_leads_to_the_connections()
    {
        var pulse = StartPulse(withAdmin: false);
        var page = await OpenAsync("/", signedIn: false);
        var token = await File.ReadAllTextAsync(Path.Combine(pulse.DataDirectory, "setup-token"));

        await SetUpAsync(page, token.Trim(), AdminPassword);

        await Expect(page).ToHaveURLAsync("/settings/infrastructure/platforms/vmware");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Platform connections" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Signed in as admin" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_comes_after_the_set_up_is_led_to_the_sign_in()
    {
        var page = await OpenAsync("/setup", signedIn: false);

        await Expect(page).ToHaveURLAsync("/sign-in");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Pulse" })).ToBeVisibleAsync();
    }

    private static async Task SetUpAsync(IPage page, string token, string password)
    {
        await Expect(page).ToHaveURLAsync("/setup");
        await page.GetByLabel("Setup token").FillAsync(token);
        await page.GetByLabel("Password for the account 'admin'").FillAsync(password);
        await page.GetByLabel("The same password again").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
    }
}
