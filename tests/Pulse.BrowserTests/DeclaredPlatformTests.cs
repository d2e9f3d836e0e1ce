using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using Pulse.Providers.Box;
using Pulse.Testing;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>The pages of a platform that the UI does not know, drawn from its declaration alone.</summary>
public sealed class DeclaredPlatformTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_platform_of_one_registered_line_is_connected_in_the_browser(bool phone)
    {
        await using var box = await SimulatedBox.StartAsync();
        box.SealCode = "seal-code";
        StartPulse(services: services => services.AddBox());
        var page = await OpenAsync("/settings/infrastructure/platforms/box", phone ? Screen.Phone with { Dark = true } : Screen.Desktop);

        await page.GetByRole(AriaRole.Link, new() { Name = "Add box" }).ClickAsync();
        await page.Heading("Add box").WaitForAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("A box in a crate cannot be read: unpack it first.");
        await Expect(page.Field("Port")).ToHaveValueAsync("8443");
        await Expect(page.OpenDialog().GetByText("Use HTTPS")).ToHaveCountAsync(0);
        await Expect(page.Field("Door").Locator("option")).ToHaveTextAsync(["Front door", "Back door"]);
        await Expect(page.Field("Count empty shelves")).ToBeCheckedAsync();
        await Expect(page.Field("Seal code (optional)")).ToHaveAccessibleDescriptionAsync("Leave it empty for a box without a seal.");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "declared-form-phone" : "declared-form");

        await page.Field("Name").FillAsync("Cellar");
        await page.Field("Host").FillAsync($"https://127.0.0.1:{box.Port}/");
        await page.Field("Key").FillAsync(box.ApiKey);
        await page.Field("Seal code (optional)").FillAsync(box.SealCode);
        await page.Field("Door").SelectOptionAsync("Back door");
        await page.Field("Count empty shelves").UncheckAsync();
        await page.Button("Test").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("The key was not sent.");
        await page.Button("Trust this certificate").ClickAsync();
        await page.Button("Test again").ClickAsync();
        await Expect(page.Heading("This connection can be polled")).ToBeVisibleAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("1 box");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "declared-passed-phone" : "declared-passed");

        await page.Button("Save").ClickAsync();
        await Expect(page.Card("Cellar")).ToContainTextAsync("Healthy");
        await Expect(page.Card("Cellar")).ToContainTextAsync("1 box");
        await Expect(page.Card("Cellar")).Not.ToContainTextAsync("VM");
        box.Doors.Should().OnlyContain(door => door == "back");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "declared-card-phone" : "declared-card");
    }
}
