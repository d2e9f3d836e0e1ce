using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

public sealed class ShellTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task An_address_that_leads_nowhere_says_so()
    {
        var page = await OpenAsync("/no/such/page");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("/no/such/page");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the connections" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/settings/infrastructure/platforms/vmware");
    }

    [Theory]
    [InlineData(false, "light", "Dark", "dark")]
    [InlineData(true, "dark", "Light", "light")]
    public async Task The_theme_is_the_systems_until_one_is_chosen_which_stays(bool darkSystem, string first, string choice, string chosen)
    {
        var page = await OpenAsync("/", Screen.Desktop with { Dark = darkSystem });
        var root = page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", first);

        await page.GetByRole(AriaRole.Button, new() { Name = "Theme: As the system" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = choice, Exact = true }).ClickAsync();

        await Expect(root).ToHaveAttributeAsync("data-theme", chosen);
        await page.ReloadAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", chosen);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Theme: {choice}" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
    }
}
