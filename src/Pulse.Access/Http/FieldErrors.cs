using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>Collects the faults of a request, so that a form is put right in one round.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _byField = [];

    public FieldErrors Check(string field, bool ok, string fault) => ok ? this : Add(field, fault);

    public FieldErrors Add(string field, string? fault)
    {
        if (fault is not null)
        {
            _byField[field] = [.. _byField.GetValueOrDefault(field, []), fault];
        }

        return this;
    }

    public bool Any => _byField.Count > 0;

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(
        _byField, title: "Some fields are not valid.", extensions: [new("code", "validation_failed")]);
}
