using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>The list while Pulse cannot be reached, is slow or fails, and the list with very many connections.</summary>
public sealed class AwayTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string ListRoute = "**/api/vmware/connections";

    [Fact]
    public async Task When_Pulse_is_stopped_the_list_stays_with_its_age_and_comes_back_by_itself()
    {
        Watch.ExpectNoAnswer();
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync(ConnectionsPage.Path);
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");

        await page.RouteAsync("**/api/**", route => route.AbortAsync("connectionrefused"));
        await Expect(page.GetByText("Pulse does not answer.")).ToBeVisibleAsync();
        await Expect(page.GetByText("What you see was read")).ToBeVisibleAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "away");

        await page.UnrouteAllAsync();
        await page.Button("Try again").ClickAsync();
        await Expect(page.GetByText("Pulse does not answer.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_Pulse_takes_three_seconds_a_place_is_kept_and_the_page_can_be_used()
    {
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync("about:blank");
        await page.RouteAsync("**/api/**", async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
            await route.ContinueAsync();
        });

        await page.GotoAsync(ConnectionsPage.Path);
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Reading the connections" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await Expect(page.Card("Lab vCenter")).ToBeVisibleAsync();

        await page.ChooseAsync("Lab vCenter", "Pause");
        await page.GetByText("Details").ClickAsync();
        await Expect(page.GetByText("Session sharing")).ToBeVisibleAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Paused");
    }

    [Fact]
    public async Task When_Pulse_answers_500_the_page_says_so_and_offers_to_try_again()
    {
        Watch.Expect(500);
        var page = await OpenAsync("about:blank");
        await page.RouteAsync(ListRoute, route => route.FulfillAsync(new() { Status = 500, ContentType = "text/html", Body = "<h1>Oops</h1>" }));

        await page.GotoAsync(ConnectionsPage.Path);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Pulse answered with status 500.");
        await page.ShouldBeAccessibleAsync();

        await page.UnrouteAsync(ListRoute);
        await page.Button("Try again").ClickAsync();
        await Expect(page.GetByText("No connection yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_thousand_connections_are_searched_filtered_and_scrolled()
    {
        var vcenter = await StartVCenterAsync();
        var connection = await SaveConnectionAsync(vcenter);
        await SeeStateAsync(connection, "healthy");
        var page = await OpenAsync("about:blank");
        await page.RouteAsync(ListRoute, async route =>
        {
            var answer = await route.FetchAsync();
            var one = JsonNode.Parse(await answer.TextAsync())!.AsArray()[0]!;
            await route.FulfillAsync(new() { Response = answer, Body = JsonSerializer.Serialize(Enumerable.Range(1, 1000).Select(number => Numbered(one, number))) });
        });

        await page.GotoAsync(ConnectionsPage.Path);
        await Expect(page.GetByText("1000 connections")).ToBeVisibleAsync();
        await Expect(page.Card("vCenter 1")).ToBeVisibleAsync();
        (await page.GetByRole(AriaRole.Article).CountAsync()).Should().BeLessThan(40, "only what is in sight is in the page");
        await page.ShouldBeAccessibleAsync();

        await page.Keyboard.PressAsync("End");
        await Expect(page.Card("vCenter 1000")).ToBeInViewportAsync();
        await ShowAsync(page, "thousand-end", fullPage: false);

        await page.GetByLabel("Search").FillAsync("vcenter 777");
        await Expect(page.GetByText("1 of 1000 shown")).ToBeVisibleAsync();
        await Expect(page.Card("vCenter 777")).ToBeInViewportAsync();
        await page.GetByLabel("State").SelectOptionAsync("failing");
        await Expect(page.GetByText("No connection matches.")).ToBeVisibleAsync();
        await page.Button("Clear the filter").ClickAsync();
        await Expect(page.Card("vCenter 1")).ToBeVisibleAsync();
    }

    private static JsonNode Numbered(JsonNode connection, int number)
    {
        var copy = connection.DeepClone();
        copy["id"] = $"00000000-0000-7000-8000-{number:D12}";
        copy["name"] = $"vCenter {number}";
        return copy;
    }
}
