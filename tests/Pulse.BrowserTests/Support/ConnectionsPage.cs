using Microsoft.Playwright;
using Pulse.Simulation;

namespace Pulse.BrowserTests.Support;

/// <summary>The connections page, addressed by its visible texts.</summary>
public static class ConnectionsPage
{
    public const string Path = "/settings/infrastructure/platforms/vmware";

    public static ILocator Card(this IPage page, string name) => page.GetByRole(AriaRole.Article, new() { Name = name, Exact = true });

    /// <summary>The form, or another dialog that is open.</summary>
    public static ILocator OpenDialog(this IPage page) => page.GetByRole(AriaRole.Dialog);

    /// <summary>A question that needs an answer.</summary>
    public static ILocator Question(this IPage page) => page.GetByRole(AriaRole.Alertdialog);

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Field(this IPage page, string label) => page.OpenDialog().GetByLabel(label, new() { Exact = true });

    public static ILocator Heading(this IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    /// <summary>Chooses an action in the menu of a card.</summary>
    public static async Task ChooseAsync(this IPage page, string card, string action)
    {
        await page.Button($"Actions for {card}").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }

    public static async Task OpenFormAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add vCenter" }).ClickAsync();
        await page.Heading("Add vCenter").WaitForAsync();
    }

    /// <summary>Fills in the form of a new connection, with the address as it is pasted from a browser.</summary>
    public static async Task FillFormAsync(this IPage page, VCenterSimulator vcenter, string name = "Lab vCenter", string? password = null)
    {
        await page.Field("Name").FillAsync(name);
        await page.Field("Host").FillAsync($"https://127.0.0.1:{vcenter.Port}/ui/app");
        await page.Field("User name").FillAsync(vcenter.Options.UserName);
        await page.Field("Password").FillAsync(password ?? vcenter.Options.Password);
    }

    /// <summary>Chooses to pin, with the thumbprint that the system shows.</summary>
    public static async Task PinAsync(this IPage page, VCenterSimulator vcenter)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "Pin" }).CheckAsync();
        await page.Field("Thumbprint").FillAsync(vcenter.Thumbprint);
    }
}
