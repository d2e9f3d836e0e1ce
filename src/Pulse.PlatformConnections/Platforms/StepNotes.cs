namespace Pulse.PlatformConnections.Platforms;

/// <summary>The notes of a step: a sentence, or a warning.</summary>
public sealed class StepNotes
{
    private readonly List<ReportedName> _names = [];
    private TestStep _step = new("", StepOutcome.Passed, 0, "");

    /// <summary>The notes so far; null for none.</summary>
    internal string? Said => _step.Summary.Length > 0 ? _step.Summary : null;

    internal IReadOnlyList<ReportedName> ReportedNames => _names;

    /// <summary>The sentence of a step that passed.</summary>
    public void Say(string summary) => _step = _step with { Summary = SystemText.Sentence(summary) };

    /// <summary>Notes a name in a sentence of the step, so that a shared report can omit the name.</summary>
    /// <param name="name">The name of an object of the system, or another one of <paramref name="kind"/>.</param>
    /// <param name="kind">The kind of the named object.</param>
    /// <returns>The name in the form to show.</returns>
    public string Name(string name, ReportedNameKind kind = ReportedNameKind.Object)
    {
        var shown = SystemText.Text(name);
        _names.Add(new(kind, shown));
        return shown;
    }

    /// <summary>Marks the step with a warning.</summary>
    public void Warn(FailureCategory category, string summary, string remedy) =>
        _step = _step with { Outcome = StepOutcome.Warning, Summary = SystemText.Sentence(summary), Category = category, Remedy = remedy };

    internal TestStep ToStep(string name, long durationMs) => _step with { Name = name, DurationMs = durationMs };
}
