namespace Pulse.PlatformConnections.Platforms;

/// <summary>What a step says about itself: a sentence, or a warning.</summary>
public sealed class StepNotes
{
    private readonly List<ReportedName> _names = [];
    private TestStep _step = new("", StepOutcome.Passed, 0, "");

    /// <summary>What the step has said so far; null for nothing.</summary>
    internal string? Said => _step.Summary.Length > 0 ? _step.Summary : null;

    internal IReadOnlyList<ReportedName> ReportedNames => _names;

    /// <summary>The sentence of a step that passed.</summary>
    public void Say(string summary) => _step = _step with { Summary = SystemText.Sentence(summary) };

    /// <summary>Notes a name that a sentence of the step speaks of, so that a report that is given away can leave it out.</summary>
    /// <param name="name">The name of an object of the system, or another one of <paramref name="kind"/>.</param>
    /// <param name="kind">What it names.</param>
    /// <returns>The name as it is to be shown.</returns>
    public string Name(string name, ReportedNameKind kind = ReportedNameKind.Object)
    {
        var shown = SystemText.Text(name);
        _names.Add(new(kind, shown));
        return shown;
    }

    /// <summary>Marks the step as one that should be looked at.</summary>
    public void Warn(FailureCategory category, string summary, string remedy) =>
        _step = _step with { Outcome = StepOutcome.Warning, Summary = SystemText.Sentence(summary), Category = category, Remedy = remedy };

    internal TestStep ToStep(string name, long durationMs) => _step with { Name = name, DurationMs = durationMs };
}
