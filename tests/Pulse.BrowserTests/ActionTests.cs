using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using Pulse.Testing;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>The actions of a connection's card.</summary>
public sealed class ActionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_paused_connection_says_so_and_is_resumed_with_one_click()
    {
        var vcenter = await StartVCenterAsync();
        await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path);

        await page.ChooseAsync("Lab vCenter", "Pause");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Paused");
        await Eventually.UntilAsync(() => vcenter.Sessions.OpenCount == 0);

        await page.Button("Resume").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
    }

    [Fact]
    public async Task Deleting_names_what_is_lost_and_asks_for_a_second_click()
    {
        var vcenter = await StartVCenterAsync();
        await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path);
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");

        await page.ChooseAsync("Lab vCenter", "Delete");
        await Expect(page.Question()).ToContainTextAsync("stored password");
        await Expect(page.Question()).ToContainTextAsync("2 hosts, 4 VMs, 3 datastores");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "delete");
        await page.Button("Cancel").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToBeVisibleAsync();

        await page.ChooseAsync("Lab vCenter", "Delete");
        await page.Button("Delete").ClickAsync();
        await Expect(page.GetByText("No connection yet")).ToBeVisibleAsync();
        await Eventually.UntilAsync(() => vcenter.Sessions.OpenCount == 0);
    }

    [Fact]
    public async Task A_test_from_the_card_counts_like_a_poll_and_leads_to_the_pin()
    {
        var vcenter = await StartVCenterAsync();
        var connection = await SaveConnectionAsync(vcenter);
        await SeeStateAsync(connection, "healthy");
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.ChooseAsync("Lab vCenter", "Edit");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Verify" }).CheckAsync();
        await page.Button("Save").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Failing");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("is signed by itself, and this machine does not trust it");
        await page.ShouldBeAccessibleAsync();

        await page.Card("Lab vCenter").GetByRole(AriaRole.Button, new() { Name = "Test", Exact = true }).ClickAsync();
        await Expect(page.Heading("This connection cannot be polled")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.Button("Trust this certificate").ClickAsync();

        await Expect(page.Field("Thumbprint")).ToHaveValueAsync(vcenter.Thumbprint);
        await page.Button("Save").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_list_and_why_there_is_no_action()
    {
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync("about:blank");
        await page.RouteAsync("**/api/access/session", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace(",\"settings:write\"", "", StringComparison.Ordinal) });
        });

        await page.GotoAsync(ConnectionsPage.Path);

        await Expect(page.GetByText("You have read-only access")).ToBeVisibleAsync();
        await Expect(page.Card("Lab vCenter")).ToBeVisibleAsync();
        await Expect(page.Button("Actions for Lab vCenter")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Add vCenter" })).ToHaveCountAsync(0);
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "read-only");
    }
}
