using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Pulse.Access.Http;

/// <summary>Declares the problems that a route can answer. The OpenAPI document names them at each status.</summary>
/// <param name="codes">The codes of the problems.</param>
public sealed class ProblemAnswers(params IReadOnlyList<ProblemCode> codes)
{
    private static readonly string[] ContentTypes = ["application/problem+json"];

    /// <summary>The codes.</summary>
    public IReadOnlyList<ProblemCode> Codes { get; } = codes;

    /// <summary>All codes that a route can answer, by status. The groups, the policy and the body of the route each declare their codes.</summary>
    /// <param name="metadata">The metadata of the route.</param>
    public static ILookup<int, ProblemCode> Of(IEnumerable<object> metadata)
    {
        var declared = metadata.OfType<ProblemAnswers>().SelectMany(answers => answers.Codes).ToHashSet();
        return ProblemCode.All.Where(declared.Contains).ToLookup(code => code.Status);
    }

    /// <summary>Declares the statuses to the framework once all codes are known: one answer for each status, even if several codes have it.</summary>
    internal static void Declare(EndpointBuilder route)
    {
        foreach (var codes in Of(route.Metadata))
        {
            var document = codes.Contains(ProblemCode.ValidationFailed) ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails);
            route.Metadata.Add(new ProducesResponseTypeMetadata(codes.Key, document, ContentTypes));
        }
    }
}
