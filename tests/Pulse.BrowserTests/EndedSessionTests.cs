using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

public sealed class EndedSessionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_session_that_ends_under_a_form_is_renewed_over_it_and_nothing_typed_is_lost()
    {
        Watch.Expect(401);
        var vcenter = await StartVCenterAsync();
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();
        await page.FillFormAsync(vcenter);
        await page.PinAsync(vcenter);

        // The list behind the form is read every five seconds, so it notices the end of the session first.
        await page.Context.ClearCookiesAsync();
        var signIn = page.GetByRole(AriaRole.Dialog, new() { Name = "Your session has ended" });
        await Expect(signIn).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "session-ended");

        await signIn.GetByLabel("Password").FillAsync(AdminPassword);
        await signIn.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(signIn).ToHaveCountAsync(0);
        await Expect(page.Field("Name")).ToHaveValueAsync("Lab vCenter");
        await page.Button("Save").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
    }
}
