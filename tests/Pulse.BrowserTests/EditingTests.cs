using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pulse.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>Editing a saved connection, alone and at the same time as another administrator.</summary>
public sealed class EditingTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_stored_password_is_tested_and_kept_without_being_shown()
    {
        var vcenter = await StartVCenterAsync();
        await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.ChooseAsync("Lab vCenter", "Edit");
        await Expect(page.Field("Password")).ToHaveTextAsync("Stored");

        await page.Field("Poll interval in seconds").FillAsync("120");
        await page.Button("Test").ClickAsync();
        await Expect(page.Heading("This connection can be polled")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        (await page.ContentAsync()).Should().NotContain(vcenter.Options.Password);

        await page.Button("Save").ClickAsync();
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("every 2 min");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
        vcenter.Logins.Refused.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stored_password_goes_to_another_endpoint_only_after_a_click()
    {
        var vcenter = await StartVCenterAsync();
        var other = await StartVCenterAsync(vcenter.Options with { Port = 0, InstanceUuid = Guid.NewGuid() });
        await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.ChooseAsync("Lab vCenter", "Edit");
        await page.Field("Port").FillAsync($"{other.Port}");

        await page.Button("Test").ClickAsync();
        await Expect(page.Question()).ToContainTextAsync($"https://127.0.0.1:{other.Port}");
        await page.ShouldBeAccessibleAsync();
        await page.Question().GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        other.Requests.Total.Should().Be(0);

        await page.Button("Test").ClickAsync();
        await page.Button("Send it").ClickAsync();
        await Expect(page.OpenDialog().GetByText("This connection can be polled")).ToBeVisibleAsync();
        other.Logins.Accepted.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_stale_edit_shows_what_somebody_else_changed_and_lets_one_merge()
    {
        Watch.Expect(412);
        var vcenter = await StartVCenterAsync();
        var connection = await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.ChooseAsync("Lab vCenter", "Edit");
        await page.Field("Name").FillAsync("Mine");
        await ChangeAsync(connection, new { pollIntervalSeconds = 300 });

        await page.Button("Save").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("This connection was changed meanwhile");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Name: mine, Mine" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Poll interval: theirs, 300 s" })).ToBeCheckedAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "conflict");

        await page.Button("Save the choice above").ClickAsync();
        await Expect(page.Card("Mine")).ToContainTextAsync("every 5 min");
    }

    [Fact]
    public async Task A_stale_edit_can_take_what_somebody_else_saved()
    {
        Watch.Expect(412);
        var vcenter = await StartVCenterAsync();
        var connection = await SaveConnectionAsync(vcenter);
        var page = await OpenAsync(ConnectionsPage.Path, Screen.Phone);
        await page.ChooseAsync("Lab vCenter", "Edit");
        await page.Field("Name").FillAsync("Mine");
        await ChangeAsync(connection, new { name = "Theirs" });
        await page.Button("Save").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("both changed");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "conflict-phone");

        await page.Button("Take theirs").ClickAsync();
        await Expect(page.Field("Name")).ToHaveValueAsync("Theirs");
        await page.Button("Cancel").ClickAsync();
        await Expect(page.Card("Theirs")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_duplicate_begins_without_the_password()
    {
        await SaveConnectionAsync(await StartVCenterAsync());
        var page = await OpenAsync(ConnectionsPage.Path);

        await page.ChooseAsync("Lab vCenter", "Duplicate");

        await Expect(page.Field("Name")).ToHaveValueAsync("Lab vCenter (copy)");
        await Expect(page.Field("Password")).ToHaveValueAsync("");
    }

    private async Task ChangeAsync(JsonNode connection, object changes)
    {
        using var client = Pulse.CreateClient();
        using var response = await client.PutAsJsonAsync($"api/vmware/connections/{connection["id"]}", changes);
        response.EnsureSuccessStatusCode();
    }
}
