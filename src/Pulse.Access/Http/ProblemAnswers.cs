using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Pulse.Access.Http;

/// <summary>Says which problems a route answers with. The OpenAPI document names them at each status.</summary>
/// <param name="codes">Their codes.</param>
public sealed class ProblemAnswers(params IReadOnlyList<ProblemCode> codes)
{
    private static readonly string[] ContentTypes = ["application/problem+json"];

    /// <summary>The codes.</summary>
    public IReadOnlyList<ProblemCode> Codes { get; } = codes;

    /// <summary>All codes that a route answers with, by status. Its groups, its policy and its body each declare theirs.</summary>
    /// <param name="metadata">The metadata of the route.</param>
    public static ILookup<int, ProblemCode> Of(IEnumerable<object> metadata)
    {
        var declared = metadata.OfType<ProblemAnswers>().SelectMany(answers => answers.Codes).ToHashSet();
        return ProblemCode.All.Where(declared.Contains).ToLookup(code => code.Status);
    }

    /// <summary>Tells the framework the statuses once all codes are known: one answer a status, whatever number of codes has it.</summary>
    internal static void Declare(EndpointBuilder route)
    {
        foreach (var codes in Of(route.Metadata))
        {
            var document = codes.Contains(ProblemCode.ValidationFailed) ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails);
            route.Metadata.Add(new ProducesResponseTypeMetadata(codes.Key, document, ContentTypes));
        }
    }
}
