
namespace Pulse.PlatformConnections.Platforms;

/// <summary>Something that a read could not get, although the rest was read.</summary>
/// <param name="Category">The category.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Count">The number of objects concerned.</param>
/// <param name="Names">The names of up to three of them.</param>
public sealed record ObservedIssue(FailureCategory Category, string Message, int Count, IReadOnlyList<string> Names)
{
    private const int NamesShown = 3;

    // All members are declared here, so that they keep their order in JSON.

    /// <summary>The category.</summary>
    public FailureCategory Category { get; init; } = Category;

    /// <summary>One sentence.</summary>
    public string Message { get; init => field = SystemText.Sentence(value); } = SystemText.Sentence(Message);

    /// <summary>The number of objects concerned.</summary>
    public int Count { get; init; } = Count;

    /// <summary>The names of up to three of the objects concerned.</summary>
    public IReadOnlyList<string> Names { get; init => field = Shown(value); } = Shown(Names);

    private static string[] Shown(IReadOnlyList<string> names) => [.. names.Take(NamesShown).Select(SystemText.Text)];

    /// <summary>
    /// The step of a test that found the issue, for a read that only a test does: the issue stays until a test can read the data, or the
    /// connection is changed. Null for an issue that polls find. Set by Pulse, not by a provider.
    /// </summary>
    public string? Step { get; init; }
}
