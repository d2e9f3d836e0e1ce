namespace Pulse.BrowserTests.Support;

/// <summary>Who looks at the page, and at what. E.g. <c>Screen.Phone with { Dark = true }</c>.</summary>
public sealed record Screen(int Width, int Height, bool IsPhone = false)
{
    public static Screen Desktop { get; } = new(1280, 800);

    public static Screen Phone { get; } = new(390, 844, IsPhone: true);

    public bool Dark { get; init; }

    /// <summary>Without it the page is asked to move nothing, which also keeps a test from waiting for it.</summary>
    public bool Motion { get; init; }
}
