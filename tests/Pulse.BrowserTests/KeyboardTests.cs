using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>All work with the keyboard alone: no test here uses the mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int FarthestTab = 60;

    [Fact]
    public async Task A_connection_is_added_pinned_and_saved()
    {
        var vcenter = await StartVCenterAsync();
        var page = await OpenAsync("/sign-in", signedIn: false);
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(AdminPassword);
        await page.Keyboard.PressAsync("Enter");

        await page.Heading("Platform connections").WaitForAsync();
        await TabToAsync(page, "Add vCenter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field("Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("By keyboard");
        await TabToAsync(page, "Host");
        await page.Keyboard.InsertTextAsync($"https://127.0.0.1:{vcenter.Port}/");
        await TabToAsync(page, "User name");
        await page.Keyboard.TypeAsync(vcenter.Options.UserName);
        await TabToAsync(page, "Password");
        await page.Keyboard.TypeAsync(vcenter.Options.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Heading("This connection cannot be polled")).ToBeVisibleAsync();
        await TabToAsync(page, "Trust this certificate");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "Save");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Card("By keyboard")).ToContainTextAsync("Healthy");
    }

    [Fact]
    public async Task A_key_on_a_card_does_what_its_menu_does()
    {
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync(ConnectionsPage.Path);
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
        await TabToAsync(page, "Actions for Lab vCenter");

        await page.Keyboard.PressAsync("t");
        await Expect(page.Heading("This connection can be polled")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("Actions for Lab vCenter")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("p");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Paused");
        await page.Keyboard.PressAsync("e");
        await Expect(page.Heading("Edit Lab vCenter")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("Actions for Lab vCenter")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Question()).ToContainTextAsync("Delete Lab vCenter?");
    }

    [Fact]
    public async Task The_menu_of_a_card_is_walked_with_the_arrows()
    {
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.Card("Lab vCenter").WaitForAsync();
        await TabToAsync(page, "Actions for Lab vCenter");

        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Test", Exact = true }).WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.OpenDialog()).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the element with this name has the focus, like a person who watches the focus.</summary>
    private static async Task TabToAsync(IPage page, string name)
    {
        for (var presses = 0; presses < FarthestTab; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return (e.labels?.[0]?.textContent ?? e.getAttribute('aria-label') ?? e.textContent ?? '').trim(); }");
            if (focused == name)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{FarthestTab} times Tab did not lead to '{name}'.");
    }
}
