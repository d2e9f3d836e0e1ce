using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

public sealed class SignInTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_the_servers_words()
    {
        Watch.Expect(401);
        var page = await OpenAsync("/sign-in", Screen.Phone, signedIn: false);

        await SignInAsync(page, "a-wrong-password");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("User name or password is wrong.");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "sign-in-refused-phone");
    }

    [Fact]
    public async Task The_right_password_leads_to_the_page_that_was_asked_for()
    {
        var page = await OpenAsync("/settings/access/audit", signedIn: false);
        await Expect(page).ToHaveURLAsync("/sign-in?to=%2Fsettings%2Faccess%2Faudit");

        await SignInAsync(page);

        await Expect(page).ToHaveURLAsync("/settings/access/audit");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Access", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_elsewhere_is_not_followed_after_signing_in()
    {
        var page = await OpenAsync("/sign-in?to=%2F%2Fevil.example%2Fsettings%2F", signedIn: false);

        await SignInAsync(page);

        await Expect(page).ToHaveURLAsync("/settings/infrastructure/platforms/vmware");
    }

    [Fact]
    public async Task Signing_out_leads_back_to_the_sign_in()
    {
        var page = await OpenAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "Signed in as admin" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Pulse" })).ToBeVisibleAsync();
    }
}
