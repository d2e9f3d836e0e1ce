namespace Pulse.BrowserTests.Support;

/// <summary>The screen and its settings. E.g. <c>Screen.Phone with { Dark = true }</c>.</summary>
public sealed record Screen(int Width, int Height, bool IsPhone = false)
{
    public static Screen Desktop { get; } = new(1280, 800);

    public static Screen Phone { get; } = new(390, 844, IsPhone: true);

    public bool Dark { get; init; }

    /// <summary>If false, the page must not animate, so that a test need not wait for animations.</summary>
    public bool Motion { get; init; }
}
