namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Thrown inside a provider when a system cannot be read. The shared module turns it into a <see cref="Failure"/> with
/// the step and, where the provider has no better ones, the common words of the category.
/// </summary>
/// <param name="category">One of the closed list.</param>
/// <param name="detail">What the system said, cut to a sensible length; never a secret.</param>
public class PlatformFailureException(FailureCategory category, string? detail = null)
    : Exception($"{category}: {detail}")
{
    /// <summary>One of the closed list.</summary>
    public FailureCategory Category { get; } = category;

    /// <summary>What the system said.</summary>
    public string? Detail { get; } = detail;

    /// <summary>The sentence that says what happened, where the common one of the category is not exact enough.</summary>
    public string? Sentence { get; init; }

    /// <summary>The sentence that says what to do, where the common one is not exact enough.</summary>
    public string? Remedy { get; init; }

    /// <summary>How long the system asks to be left alone (<c>Retry-After</c>), if it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The names that the sentences speak of, so that a report that is given away can leave them out.</summary>
    internal IReadOnlyList<ReportedName> ReportedNames { get; init; } = [];

    /// <summary>Set by the login gate on a login that was refused or held back.</summary>
    internal LoginHold? Hold { get; set; }
}
