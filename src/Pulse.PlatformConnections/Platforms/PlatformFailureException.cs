namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Thrown inside a provider if a system cannot be read. The shared module turns it into a <see cref="Failure"/> with
/// the step and, if the provider gives no words, the common words of the category.
/// </summary>
/// <param name="category">One of the closed list.</param>
/// <param name="detail">The message of the system, cut to a sensible length; never a secret.</param>
public class PlatformFailureException(FailureCategory category, string? detail = null)
    : Exception($"{category}: {detail}")
{
    /// <summary>One of the closed list.</summary>
    public FailureCategory Category { get; } = category;

    /// <summary>The message of the system.</summary>
    public string? Detail { get; } = detail;

    /// <summary>The sentence with the cause, if the common one of the category is not exact enough.</summary>
    public string? Sentence { get; init; }

    /// <summary>The sentence with the remedy, if the common one is not exact enough.</summary>
    public string? Remedy { get; init; }

    /// <summary>The time for which the system wants no request (<c>Retry-After</c>), if it gives one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The names in the sentences, so that a shared report can omit them.</summary>
    internal IReadOnlyList<ReportedName> ReportedNames { get; init; } = [];

    /// <summary>Set by the login gate on a login that was refused or held.</summary>
    internal LoginHold? Hold { get; set; }
}
