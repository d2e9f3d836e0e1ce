using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>Every page and state at both widths and in both themes: no accessibility violation, and a picture for people to look at.</summary>
public sealed class LookTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<bool, bool> Screens => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_list_in_every_state(bool phone, bool dark)
    {
        var connection = await SaveConnectionAsync(await StartVCenterAsync());
        await SeeStateAsync(connection, "healthy");
        var page = await OpenAsync("about:blank", ScreenOf(phone, dark));
        await page.RouteAsync("**/api/vmware/connections", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = ConnectionStates.From(JsonNode.Parse(await answer.TextAsync())!.AsArray()[0]!).ToJsonString() });
        });

        await page.GotoAsync(ConnectionsPage.Path);
        await Expect(page.GetByText("8 connections · 5 need attention")).ToBeVisibleAsync();
        await page.Card("Lab vCenter").GetByText("Details").ClickAsync();
        await Expect(page.GetByText("Session sharing")).ToBeVisibleAsync();

        await page.ShouldBeAccessibleAsync();
        (await OverflowAsync(page)).Should().BeLessThanOrEqualTo(0, "nothing is wider than the screen");
        await ShowAsync(page, Named("list", phone, dark));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_form_empty_and_wrong(bool phone, bool dark)
    {
        var page = await OpenAsync($"{ConnectionsPage.Path}/add", ScreenOf(phone, dark));
        await page.Heading("Add vCenter").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, Named("form", phone, dark));

        await page.Button("Save").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Skip (unsafe)" }).CheckAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, Named("form-wrong", phone, dark));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_access_page(bool phone, bool dark)
    {
        var page = await OpenAsync("/settings/access", ScreenOf(phone, dark));
        await page.Button("Create a token").ClickAsync();
        await page.Field("Name").FillAsync("Backup script");
        await page.ShouldBeAccessibleAsync();
        await page.OpenDialog().GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("once");
        await page.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Question().GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(page.GetByText("Backup script")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, Named("access-tokens", phone, dark));

        await page.GetByRole(AriaRole.Link, new() { Name = "Sessions" }).ClickAsync();
        await page.Heading("Change the password").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, Named("access-sessions", phone, dark));

        await page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "API token created" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        (await OverflowAsync(page)).Should().BeLessThanOrEqualTo(0, "nothing is wider than the screen");
        await ShowAsync(page, Named("access-audit", phone, dark));
    }

    private static Screen ScreenOf(bool phone, bool dark) => (phone ? Screen.Phone : Screen.Desktop) with { Dark = dark };

    private static string Named(string what, bool phone, bool dark) => $"{what}-{(phone ? "phone" : "desktop")}-{(dark ? "dark" : "light")}";

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
