using Microsoft.OpenApi;
using Pulse.Access.Http;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>The documentation of one route.</summary>
/// <param name="Name">The last part of the operation id.</param>
/// <param name="Summary">One line.</param>
/// <param name="Success">The status of success.</param>
/// <param name="Problems">The problems in addition to those of its group, its policy and its body.</param>
internal sealed record RouteDescription(string Name, string Summary, string Success, params IReadOnlyList<ProblemCode> Problems)
{
    public required string Text { get; init; }

    public Func<OpenApiDocument, IOpenApiSchema>? Request { get; init; }

    public bool RequestIsOptional { get; init; }

    /// <summary>Completes the description that the framework derived from the handler.</summary>
    public Action<OpenApiMediaType, OpenApiDocument>? Answers { get; init; }

    /// <summary>Whether the route can also answer line by line, if a client accepts lines.</summary>
    public bool AnswersInLines { get; init; }

    public bool TakesIfMatch { get; init; }

    public bool HasETag { get; init; }
}
