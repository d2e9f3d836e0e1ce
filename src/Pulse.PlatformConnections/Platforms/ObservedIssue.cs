
namespace Pulse.PlatformConnections.Platforms;

/// <summary>Something that a read could not get, without losing the rest.</summary>
/// <param name="Category">Why.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Count">How many objects are concerned.</param>
/// <param name="Names">Up to three of them.</param>
public sealed record ObservedIssue(FailureCategory Category, string Message, int Count, IReadOnlyList<string> Names)
{
    private const int NamesShown = 3;

    // All are declared here, so that they keep their order in JSON.

    /// <summary>Why.</summary>
    public FailureCategory Category { get; init; } = Category;

    /// <summary>One sentence.</summary>
    public string Message { get; init => field = SystemText.Sentence(value); } = SystemText.Sentence(Message);

    /// <summary>How many objects are concerned.</summary>
    public int Count { get; init; } = Count;

    /// <summary>Up to three of the objects concerned.</summary>
    public IReadOnlyList<string> Names { get; init => field = Shown(value); } = Shown(Names);

    private static string[] Shown(IReadOnlyList<string> names) => [.. names.Take(NamesShown).Select(SystemText.Text)];

    /// <summary>
    /// The step of a test that found it, for a read that only a test does: it stays until a test finds it gone, or the
    /// connection is changed. Null for what a poll finds by itself. Set by Pulse, not by a provider.
    /// </summary>
    public string? Step { get; init; }
}
