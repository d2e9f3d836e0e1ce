using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Pulse.Access.Http;

/// <summary>Makes the problem documents (RFC 9457) of the API. Each has a code of the closed list, and the status of that code.</summary>
public static class ApiProblem
{
    /// <summary>A problem document.</summary>
    /// <param name="code">The code.</param>
    /// <param name="title">The problem, in one sentence.</param>
    /// <param name="detail">The remedy; null if the title is enough.</param>
    /// <param name="members">More members, named as in JSON.</param>
    public static ProblemHttpResult Create(
        ProblemCode code, string title, string? detail = null, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        ArgumentNullException.ThrowIfNull(code);
        var problem = new ProblemDetails { Title = title, Detail = detail };
        foreach (var (name, value) in members)
        {
            problem.Extensions[name] = value;
        }

        return Complete(code, problem);
    }

    /// <summary>The document of <see cref="ProblemCode.ValidationFailed"/>.</summary>
    /// <param name="errors">The wrong fields, at least one.</param>
    public static ProblemHttpResult Validation(FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return Complete(ProblemCode.ValidationFailed, new HttpValidationProblemDetails(errors.ByField)
        {
            Title = "Some fields are not valid.",
            Detail = "Correct the fields named under errors and send the request again.",
        });
    }

    // TypedResults.Problem writes through IProblemDetailsService.
    private static ProblemHttpResult Complete(ProblemCode code, ProblemDetails problem)
    {
        problem.Status = code.Status;
        problem.Extensions["code"] = code.Name;
        return TypedResults.Problem(problem);
    }
}
