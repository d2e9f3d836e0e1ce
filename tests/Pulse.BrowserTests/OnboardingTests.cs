using Pulse.BrowserTests.Support;
using Pulse.Simulation;
using Pulse.Testing;
using static Microsoft.Playwright.Assertions;

namespace Pulse.BrowserTests;

/// <summary>The way from an empty list to a healthy connection, with the possible errors.</summary>
public sealed class OnboardingTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_test_that_fails_shows_the_certificate_which_is_pinned_and_the_saved_connection_becomes_healthy(bool phone)
    {
        var vcenter = await StartVCenterAsync();
        var page = await OpenAsync(ConnectionsPage.Path, phone ? Screen.Phone with { Dark = true } : Screen.Desktop);
        await Expect(page.GetByText("No connection yet")).ToBeVisibleAsync();
        await page.OpenFormAsync();
        await page.FillFormAsync(vcenter);
        await Expect(page.Field("Host")).ToHaveValueAsync("127.0.0.1");
        await Expect(page.Field("Port")).ToHaveValueAsync($"{vcenter.Port}");

        await page.Button("Test").ClickAsync();
        await Expect(page.Heading("This connection cannot be polled")).ToBeVisibleAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync(vcenter.Thumbprint);
        await Expect(page.OpenDialog()).ToContainTextAsync("The password was not sent.");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "add-refused-phone" : "add-refused");

        await page.Button("Trust this certificate").ClickAsync();
        await Expect(page.Field("Thumbprint")).ToHaveValueAsync(vcenter.Thumbprint);
        await page.Button("Test again").ClickAsync();
        await Expect(page.Heading("This connection can be polled")).ToBeVisibleAsync();
        await Expect(page.GetByText("14 steps passed")).ToBeVisibleAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("2 hosts, 4 VMs, 3 datastores");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "add-passed-phone" : "add-passed");

        await page.Button("Save").ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("pinned");
        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("4 VMs");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, phone ? "healthy-phone" : "healthy");
    }

    [Fact]
    public async Task A_refused_password_is_told_with_its_remedy_and_is_not_sent_a_second_time()
    {
        Watch.Expect(409);
        var vcenter = await StartVCenterAsync();
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();
        await page.FillFormAsync(vcenter, password: "a wrong password");
        await page.PinAsync(vcenter);

        await page.Button("Test").ClickAsync();
        await Expect(page.Heading("This connection cannot be polled")).ToBeVisibleAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Log in to the Automation API");
        await Expect(page.OpenDialog()).ToContainTextAsync("refused the user name or password");

        await page.Button("Test again").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("It may be tried again in");
        vcenter.Logins.Refused.Should().ContainSingle();
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Steps_appear_as_they_end_and_a_test_that_hangs_can_be_cancelled()
    {
        var vcenter = await StartVCenterAsync();
        vcenter.Faults.On("WaitForUpdatesEx", FaultAction.Silence);
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();
        await page.FillFormAsync(vcenter);
        await page.PinAsync(vcenter);

        await page.Button("Test").ClickAsync();
        await Expect(page.GetByText("Logged in", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Read the inventory")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "test-running");

        await page.Button("Cancel the test").ClickAsync();
        await Expect(page.GetByText("The test was cancelled")).ToBeVisibleAsync();
        await Eventually.UntilAsync(() => vcenter.Sessions.OpenCount == 0);
    }

    [Fact]
    public async Task Saving_without_a_test_is_possible_and_says_so()
    {
        var vcenter = await StartVCenterAsync();
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();
        await page.FillFormAsync(vcenter);
        await page.PinAsync(vcenter);
        await Expect(page.GetByText("Saving without a test is possible.")).ToBeVisibleAsync();

        await page.Button("Save").ClickAsync();

        await Expect(page.Card("Lab vCenter")).ToContainTextAsync("Healthy");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_first_by_the_form_then_by_Pulse()
    {
        Watch.Expect(409);
        var vcenter = await StartVCenterAsync();
        await SaveConnectionAsync(vcenter, "Taken");
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();

        await page.Button("Save").ClickAsync();
        await Expect(page.Field("Name")).ToBeFocusedAsync();
        await Expect(page.Field("Name")).ToHaveAccessibleDescriptionAsync("Required.");
        await page.ShouldBeAccessibleAsync();
        await ShowAsync(page, "add-incomplete");

        await page.FillFormAsync(vcenter, "taken");
        await page.PinAsync(vcenter);
        await page.Button("Save").ClickAsync();
        await Expect(page.Field("Name")).ToHaveAccessibleDescriptionAsync(
            "Another connection of this platform is called 'taken'. Choose another name.");
        await page.Field("Name").FillAsync("Another");
        await Expect(page.Field("Name")).ToHaveAccessibleDescriptionAsync("");
    }

    [Fact]
    public async Task Leaving_a_form_with_unsaved_changes_asks_first()
    {
        var page = await OpenAsync(ConnectionsPage.Path);
        await page.OpenFormAsync();
        await page.Field("Name").FillAsync("Half of it");

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Question()).ToContainTextAsync("Leave without saving?");
        await page.ShouldBeAccessibleAsync();
        await page.Button("Stay").ClickAsync();
        await Expect(page.Field("Name")).ToHaveValueAsync("Half of it");

        await page.GoBackAsync();
        await page.Button("Discard the changes").ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(ConnectionsPage.Path);
    }
}
